#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/core/language.hpp"

namespace api::site::frame {

/// An address of ours: the only thing that a template can link to. What is put into it is
/// percent-encoded, so that it can neither leave the site nor say anything else.
class Href {
public:
    using Captured = std::pair<std::string_view, std::string_view>;

    /// Nowhere: for views that are made before they are filled.
    Href() = default;

    /// A page, by its French pattern: to("/providers/:who", {{"who", "ben-acc_01…"}}). Shown in
    /// the language of the page that shows it. A capture without a value is a Bug.
    static Href to(std::string_view pattern, std::initializer_list<Captured> captured = {});

    /// What has one address in every language: a file, an asset, an operation of the API.
    static Href file(std::string_view pattern, std::initializer_list<Captured> captured = {});

    /// `text` if it is a path of ours ("/orders/ord_01…?a=b"), else `otherwise`: what comes with
    /// ?next= leads nowhere else. A leading /en is taken off.
    static Href local(std::string_view text, const Href& otherwise);

    /// The same with one more parameter; one without a value is left out.
    Href with(std::string_view name, std::string_view value) const;
    /// The same at an element of the page.
    Href at(std::string_view id) const;

    bool is_empty() const { return path_.empty(); }

    /// "/en/services?q=a%20b#results": path, query and fragment.
    std::string in(domain::Language language) const;

private:
    std::string path_, query_, fragment_;
    bool is_page_ = true;
};

} // namespace api::site::frame
