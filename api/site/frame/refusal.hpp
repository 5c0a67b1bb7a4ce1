#pragma once

#include <optional>
#include <string>

#include "api/http/server.hpp"
#include "api/pipeline/app.hpp"
#include "api/pipeline/request.hpp"
#include "api/site/frame/dictionary.hpp"

namespace api::site::frame {

/// Why there is no page: what it is, what to do, and by which number to ask about it.
struct RefusalView {
    static constexpr std::string_view html = "frame/refusal.html";

    Sentence title{}, advice{};
    std::string detail{}; // in the API's words
    std::string request_id{};
    std::optional<Href> again{};
    void shown(Dictionary& into) const;
};

/// `problem` as a page; what wants somebody signed in becomes the way to signing in.
http::Response refused_page(App& app, const Request& request, http::Response problem);

/// What the transport refused, as a page for whoever reads pages, else as a problem. `request` may
/// be null: then nobody knows what was asked.
http::Response answer_to(App& app, http::Trouble trouble, const http::Request* request);

} // namespace api::site::frame
