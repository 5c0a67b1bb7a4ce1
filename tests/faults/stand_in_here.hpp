#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "ops/mangopay-sandbox/client/client.hpp"
#include "ops/mangopay-sandbox/surface/surface.hpp"
#include "payments/mangopay/http.hpp"
#include "tests/support/answer.hpp"
#include "tests/support/temporary.hpp"

namespace tests {

/// The stand-in for Mangopay in this process, without sockets: its own routes on its own state,
/// which can be kept and brought back. It calls no hook; a story tells what it would.
class StandInHere {
public:
    static constexpr auto client_id = "entremise-demo";
    static constexpr auto api_key = "demo-api-key";
    static constexpr auto url = "http://stand-in.test";

    explicit StandInHere(domain::Clock clock) : clock_(std::move(clock)) { open(); }

    payments::mangopay::Http http()
    {
        return [this](const payments::mangopay::HttpRequest& request) { return carry(request); };
    }

    /// A control of CONTROLS.md: path after "/control".
    json control(const std::string& method, const std::string& path, const json& body = nullptr)
    {
        const auto answer =
            called(*transport_, method, "/control" + path, body.is_null() ? "" : body.dump(), {});
        if (answer.status >= 300) throw std::runtime_error(path + ": " + answer.bytes);
        return answer.body;
    }
    json state() { return control("GET", "/state"); }

    /// Remembers how things stand.
    void keep()
    {
        clients_.reset();
        std::filesystem::remove_all(kept());
        std::filesystem::copy(live(), kept(), std::filesystem::copy_options::recursive);
        open();
    }

    /// Brings things back to where keep() found them.
    void restore()
    {
        if (length(live()) == length(kept())) return; // its journal only grows
        clients_.reset();
        std::filesystem::remove_all(live());
        std::filesystem::copy(kept(), live(), std::filesystem::copy_options::recursive);
        open();
    }

private:
    std::string live() const { return folder_.path() + "/live"; }
    std::string kept() const { return folder_.path() + "/kept"; }
    static std::uintmax_t length(const std::string& folder)
    {
        return std::filesystem::file_size(folder + "/journal.jsonl");
    }

    void open()
    {
        mangopay_sandbox::Settings settings;
        settings.client_id = client_id;
        settings.api_key = api_key;
        settings.public_url = url;
        settings.rate_limit_scale = 1'000'000;
        clients_ = std::make_unique<mangopay_sandbox::Clients>();
        clients_->add(std::make_unique<mangopay_sandbox::Client>(settings, live(), clock_));
        transport_.emplace(mangopay_sandbox::http_routes(*clients_));
    }

    payments::mangopay::HttpAnswer carry(const payments::mangopay::HttpRequest& request) const
    {
        With with;
        for (const auto& [name, value] : request.headers) {
            std::string lower = name;
            for (auto& c : lower)
                c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
            if (lower == "idempotency-key") with.key = value;
            with.headers.emplace(lower, value);
        }
        with.headers.emplace("content-length", std::to_string(request.body.size()));
        const auto target = request.url.substr(std::string_view(url).size());
        const auto answer = called(*transport_, request.method, target, request.body, with);
        payments::mangopay::HttpAnswer carried{answer.status, answer.bytes, {}, {}};
        for (const auto& header : answer.headers)
            carried.headers.push_back(header);
        return carried;
    }

    domain::Clock clock_;
    Temporary folder_;
    std::unique_ptr<mangopay_sandbox::Clients> clients_;
    std::optional<Transport> transport_;
};

} // namespace tests
