#include "tests/accounts/mails.hpp"
#include "tests/faults/world.hpp"
#include "tests/support/waiting_money.hpp"

namespace tests {

namespace {

constexpr std::string_view tries = "tries are counted whatever comes of them";

json decision_of(const std::string& code)
{
    return {{"decision", "accept"}, {"reason", "Vu avec Mangopay."}, {"code", code}};
}

} // namespace

std::vector<Play> World::staff()
{
    return {
        {{.name = "make_proposal", .units = 2, .because = tries},
         [](World& w) {
             const json wish = {{"kind", "movement_to_drop"},
                                {"subject", given_waiting_money(w.db, w.ana.id).text()},
                                {"reason", "Mangopay ne trouve rien de tel."}};
             return request("POST", "/v1/staff/proposals", wish, w.given_staff());
         }},
        {{.name = "decide_proposal", .units = 2, .because = tries},
         [](World& w) {
             const auto kim = w.given_a_decider();
             const auto proposal =
                 given_a_proposal(w.db, w.given_staff().id, given_waiting_money(w.db, w.ana.id));
             return request("POST", "/v1/staff/proposals/" + proposal.text() + "/decision",
                            decision_of(w.code_of(kim)), kim);
         }},
        {{.name = "refuse_proposal", .again = Again::refused},
         [](World& w) -> Act {
             given_a_proposal(w.db, w.given_staff().id, given_waiting_money(w.db, w.ana.id));
             const auto token = w.token_mailed_to(w.platform.company.oversight_email);
             const With with{.headers = {{"content-type", "application/x-www-form-urlencoded"}}};
             return [=](Process& process) {
                 return called(*process.transport, "POST", "/proposal-refusal", "token=" + token,
                               with);
             };
         }},
    };
}

} // namespace tests
