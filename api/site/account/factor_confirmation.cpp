#include "api/site/account/factor_confirmation.hpp"

#include "api/site/account/answers.hpp"
#include "api/site/account/qr_code.hpp"
#include "api/site/frame/form_view.hpp"
#include "api/site/frame/page.hpp"
#include "api/site/frame/submitted.hpp"

namespace api::site::account {

namespace {

struct SecretView {
    QrCode code{};
    std::string key{};

    void shown(frame::Dictionary& into) const
    {
        const auto side = std::to_string(code.side);
        into.text("SIDE", side);
        into.text("GROUND", "M0 0h" + side + "v" + side + "h-" + side + "z");
        into.text("PATH", code.path);
        into.text("KEY", key);
    }
};

struct ConfirmFactorView {
    static constexpr std::string_view html = "account/second_factor_secret.html";

    std::optional<SecretView> secret{}; // not again after a wrong code
    frame::FormView form{};

    void shown(frame::Dictionary& into) const
    {
        into.maybe("SECRET", secret);
        into.when("SCANNED", !secret);
        into.part("FORM", form);
    }
};

struct RecoveryView {
    static constexpr std::string_view html = "account/recovery_codes.html";

    std::vector<std::string> codes{};
    void shown(frame::Dictionary& into) const { into.each_text("CODES", codes); }
};

frame::Form confirming_form()
{
    return {.action = frame::Href::to("/account/security/second-factor/confirmation"),
            .button = {"account_factor.confirm"},
            .fields = {{.name = "code",
                        .label = {"account_factor.code"},
                        .kind = frame::Kind::code,
                        .mandatory = true,
                        .autocomplete = "one-time-code",
                        .hint = {"account_factor.code_hint"}}}};
}

Response confirm_page(App& app, const Request& request, std::optional<SecretView> secret,
                      const frame::Filled& filled)
{
    const ConfirmFactorView view{.secret = std::move(secret),
                                 .form = frame::drawn(app, request, confirming_form(), filled)};
    return frame::page(app, request, frame::headed({.title = {"account_factor.title"}}, filled),
                       view);
}

/// The request as the browser's next one will come: with the cookie that `answer` gives it, so that
/// the forms of this page are those of the new session.
http::Request renewed(http::Request raw, const Response& answer)
{
    for (const auto& [name, value] : answer.headers) {
        if (name != "set-cookie") continue;
        std::erase_if(raw.headers, [](const auto& header) { return header.name == "cookie"; });
        raw.headers.push_back({"cookie", value.substr(0, value.find(';'))});
    }
    return raw;
}

Response recovery_page(App& app, const Request& request, const Response& answer)
{
    const RecoveryView view{answer.body.at("recovery_codes").get<std::vector<std::string>>()};
    const auto raw = renewed(request.raw, answer);
    const Request next{raw, nlohmann::json::object(), request.actor, request.language, request.id};
    return frame::page(app, next, {.title = {"account_factor.recovery_title"}}, view);
}

} // namespace

Response secret_page(App& app, const Request& request, const Response& begun)
{
    const SecretView secret{qr_code(text_at(begun.body, "otpauth_uri")),
                            text_at(begun.body, "secret")};
    return confirm_page(app, request, secret, {});
}

Response show_confirmation(App& app, const Request& request)
{
    return confirm_page(app, request, {}, {});
}

Response confirm_factor(App& app, const Request& request)
{
    return frame::performed(
        app, request, confirming_form(), "confirm_second_factor",
        {.done = [&](const Response& answer) { return recovery_page(app, request, answer); },
         .again =
             [&](const frame::Filled& filled) { return confirm_page(app, request, {}, filled); }});
}

} // namespace api::site::account
