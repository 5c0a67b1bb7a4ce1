#include "api/people/proof_codes.hpp"

#include "api/pipeline/idempotent.hpp"
#include "domain/access/attempts.hpp"
#include "domain/access/credentials.hpp"

namespace api::people {

using namespace domain;

Response mail_proof_code(App& app, const Request& request)
{
    const auto& account = actor_of(request).account;
    app.db.transaction([&](Transaction& tx) { access::count_code_mail(tx, account); });
    return idempotent(app, request, [&](Transaction& tx) {
        access::request_code(tx, account);
        return Response{202, {{"status", "code_mailed"}}};
    });
}

std::vector<Route> proof_code_routes()
{
    return {
        {"POST", "/v1/me/proof-codes", "mail_proof_code", Who::signed_in, mail_proof_code, true},
    };
}

} // namespace api::people
