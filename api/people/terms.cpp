#include "api/people/terms.hpp"

#include "api/json/reader.hpp"
#include "api/pipeline/idempotent.hpp"
#include "api/pipeline/origin.hpp"
#include "domain/access/accounts.hpp"
#include "domain/payees/payable_state_store.hpp"
#include "domain/terms/terms.hpp"

namespace api::people {

using namespace domain;
using nlohmann::json;

namespace {

json view(const terms::Acceptance& acceptance)
{
    return {{"id", acceptance.id},
            {"document", acceptance.document},
            {"version", acceptance.version},
            {"language", acceptance.language},
            {"text_sha256", acceptance.text_sha256},
            {"accepted_at", to_text(acceptance.accepted_at)}};
}

} // namespace

Response read_terms(App& app, const Request& request)
{
    const auto document = terms::parse_document(request.raw.capture(":document"));
    if (!document) throw not_found();
    const auto text = terms::current_text(app.platform, *document, request.language);
    return ok({{"document", terms::name(text.document)},
               {"version", text.version},
               {"language", domain::name(text.language)},
               {"text", text.text},
               {"sha256", text.sha256}});
}

Response accept_terms(App& app, const Request& request)
{
    Reader reader(request.body);
    const auto document = terms::parse_document(reader.choice(
        "document", {"terms", "invoicing_mandate", "privacy_notice", "mangopay_terms"}));
    const auto version = reader.text("version", {.least = 1, .most = 40});
    if (document && !version.empty()) {
        const auto current = terms::current_text(app.platform, *document, request.language).version;
        if (version != current) {
            reader.complain("version", {"La version en vigueur est " + current + ".",
                                        "The version in force is " + current + "."});
        }
    }
    reader.finish();
    return idempotent(app, request, [&](Transaction& tx) {
        const auto text = terms::current_text(app.platform, *document, request.language);
        const auto& account = actor_of(request).account;
        const auto accepted = terms::accept(tx, account, text, origin_of(request.raw),
                                            payees::identity_of(tx, account).since);
        return created(view(accepted), "/v1/me/acceptances");
    });
}

Response list_acceptances(App& app, const Request& request)
{
    return app.db.read([&](Transaction& tx) {
        json items = json::array();
        for (const auto& one : terms::acceptances_of(tx, actor_of(request).account))
            items.push_back(view(one));
        return ok(page_view(std::move(items), {}));
    });
}

std::vector<Route> term_routes()
{
    return {
        {"GET", "/v1/terms/:document", "read_terms", Who::anyone, read_terms},
        {"GET", "/v1/me/acceptances", "list_acceptances", Who::signed_in, list_acceptances},
        {"POST", "/v1/me/acceptances", "accept_terms", Who::signed_in, accept_terms, true},
    };
}

} // namespace api::people
