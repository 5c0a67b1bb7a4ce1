#include "tests/accounts/mails.hpp"
#include "tests/faults/world.hpp"

namespace tests {

namespace {

json signing_up(const std::string& email, const std::string& password)
{
    return {{"email", email},
            {"password", password},
            {"roles", {"client"}},
            {"accepted_terms", "2026-01"},
            {"person",
             {{"surname", "Petit"},
              {"first_name", "Nora"},
              {"birth_date", "1990-05-17"},
              {"country_of_residence", "FR"},
              {"nationality", "FR"}}}};
}

constexpr std::string_view tries = "tries are counted whatever comes of them";
constexpr auto nora = "nora@example.org";
constexpr auto new_address = "ana.martin@example.net";
constexpr auto new_password = "quatre tortues vertes dansent";

} // namespace

void World::given_a_superseded_sign_up()
{
    expect(202, post("/v1/accounts", signing_up(nora, "un autre secret bien long")));
    expect(202, post("/v1/accounts", signing_up(nora, password)));
    const auto token = token_mailed_to(nora);
    run_jobs();
    const auto first = post("/v1/email-verifications", {{"token", token}, {"password", password}});
    if (first.status == 200) return;
    const auto other = token_in(mailbox.to(nora).front()); // mails of one round go in no order
    expect(200, post("/v1/email-verifications", {{"token", other}, {"password", password}}));
}

std::vector<Play> World::access()
{
    return {
        {{.name = "sign_up", .units = 2, .because = tries},
         [](World&) { return anonymous("POST", "/v1/accounts", signing_up(nora, password)); }},
        {{.name = "verify_email", .units = 2, .because = tries},
         [](World& w) {
             expect(202, w.post("/v1/accounts", signing_up(nora, password)));
             return anonymous("POST", "/v1/email-verifications",
                              {{"token", w.token_mailed_to(nora)}, {"password", password}});
         }},
        {{.name = "open_session", .units = 2, .because = tries, .again = Again::anew},
         [](World& w) {
             w.give_password(w.ana);
             return anonymous("POST", "/v1/sessions",
                              {{"email", w.ana.email}, {"password", password}});
         }},
        {{.name = "end_session", .again = Again::refused},
         [](World& w) { return request("DELETE", "/v1/sessions/current", nullptr, w.ana); }},
        {{.name = "end_one_session", .again = Again::refused},
         [](World& w) {
             w.give_password(w.ana);
             expect(201, w.post("/v1/sessions", {{"email", w.ana.email}, {"password", password}}));
             const auto newest = w.get("/v1/sessions", w.ana.bearer).body["items"][0];
             return request("DELETE", "/v1/sessions/" + text(newest), nullptr, w.ana);
         }},
        {{.name = "end_all_sessions", .again = Again::refused},
         [](World& w) { return request("DELETE", "/v1/sessions", nullptr, w.ana); }},
        {{.name = "request_password_reset", .again = Again::anew},
         [](World& w) {
             w.give_password(w.ana);
             return anonymous("POST", "/v1/password-resets", {{"email", w.ana.email}});
         }},
        {{.name = "set_password", .again = Again::refused},
         [](World& w) {
             w.give_password(w.ana);
             expect(202, w.post("/v1/password-resets", {{"email", w.ana.email}}));
             return anonymous(
                 "PUT", "/v1/password",
                 {{"token", w.token_mailed_to(w.ana.email)}, {"password", new_password}});
         }},
        {{.name = "change_password", .units = 2, .because = tries, .again = Again::refused},
         [](World& w) {
             w.give_password(w.ana);
             return request("PUT", "/v1/me/password",
                            {{"current_password", password}, {"password", new_password}}, w.ana);
         }},
        {{.name = "request_email_change", .units = 2, .because = tries},
         [](World& w) {
             w.give_password(w.ana);
             return request("POST", "/v1/me/email",
                            {{"email", new_address}, {"password", password}}, w.ana);
         }},
        {{.name = "complete_email_change", .units = 2, .because = tries},
         [](World& w) {
             w.give_password(w.ana);
             expect(202, w.post("/v1/me/email", {{"email", new_address}, {"password", password}},
                                w.ana.bearer));
             return anonymous("POST", "/v1/email-changes",
                              {{"token", w.token_mailed_to(new_address)}, {"password", password}});
         }},
        {{.name = "mail_proof_code", .units = 2, .because = tries},
         [](World& w) { return request("POST", "/v1/me/proof-codes", nullptr, w.ana); }},
        {{.name = "start_second_factor", .units = 2, .because = tries, .again = Again::anew},
         [](World& w) {
             w.give_password(w.ana);
             return request("POST", "/v1/me/second-factor", {{"password", password}}, w.ana);
         }},
        {{.name = "confirm_second_factor", .units = 2, .because = tries, .again = Again::refused},
         [](World& w) {
             w.given_a_second_factor(w.ana);
             return request("POST", "/v1/me/second-factor/confirmation",
                            {{"code", w.code_of(w.ana)}}, w.ana);
         }},
        {{.name = "remove_second_factor", .units = 2, .because = tries, .again = Again::refused},
         [](World& w) {
             w.given_a_second_factor(w.ana);
             expect(201, w.post("/v1/me/second-factor/confirmation", {{"code", w.code_of(w.ana)}},
                                w.ana.bearer));
             w.now += std::chrono::minutes{1}; // a code counts once
             w.ana.bearer = expect(201, w.post("/v1/sessions", {{"email", w.ana.email},
                                                                {"password", password},
                                                                {"code", w.code_of(w.ana)}}))
                                .at("token");
             w.now += std::chrono::minutes{1};
             return request("POST", "/v1/me/second-factor/removal",
                            {{"password", password}, {"code", w.code_of(w.ana)}}, w.ana);
         }},
        {{.name = "close_account", .units = 2, .because = tries, .again = Again::refused},
         [](World& w) {
             w.give_password(w.ana);
             return request("POST", "/v1/me/closure", {{"password", password}}, w.ana);
         }},
    };
}

} // namespace tests
