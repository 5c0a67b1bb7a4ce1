#include "tests/faults/world.hpp"

namespace tests {

namespace {

/// "POST /v1/orders/ord_…/start" and the like.
std::string step(const json& order, const std::string& which)
{
    return "/v1/orders/" + order.at("id").get<std::string>() + "/" + which;
}

} // namespace

std::vector<Play> World::market()
{
    return {
        {{"create_request"},
         [](World& w) {
             return request(
                 "POST", "/v1/requests",
                 {{"providers", {w.ben.id.text()}}, {"need", "Ourler douze rideaux en lin."}},
                 w.ana);
         }},
        {{"withdraw_request"},
         [](World& w) {
             const auto asked = w.given_a_request();
             w.quoted(w.ben, asked);
             return request("POST", "/v1/requests/" + text(asked) + "/withdrawal", json::object(),
                            w.ana);
         }},
        {{"refuse_request"},
         [](World& w) {
             return request("POST", "/v1/requests/" + text(w.given_a_request()) + "/refusal",
                            json::object(), w.ben);
         }},
        {{"send_quote"},
         [](World& w) {
             return request("POST", "/v1/requests/" + text(w.given_a_request()) + "/quotes",
                            w.some_offer(), w.ben);
         }},
        {{"revise_quote"},
         [](World& w) {
             const auto quote = "/v1/quotes/" + text(w.given_a_quote());
             auto offer = w.some_offer();
             offer["terms"] = "Livré.";
             return request("POST", quote + "/versions", offer, w.ben,
                            w.get(quote, w.ben.bearer).header("etag"));
         }},
        {{"accept_quote"},
         [](World& w) {
             const auto asked = w.asked_of(w.ana, {w.ben, w.given_a_payable_provider("Carl")});
             const auto quote = w.quoted(w.ben, asked);
             return request("POST", "/v1/quotes/" + text(quote) + "/acceptance",
                            {{"version", quote["version"]}}, w.ana);
         }},
        {{"refuse_quote"},
         [](World& w) {
             return request("POST", "/v1/quotes/" + text(w.given_a_quote()) + "/refusal",
                            json::object(), w.ana);
         }},
        {{"withdraw_quote"},
         [](World& w) {
             return request("POST", "/v1/quotes/" + text(w.given_a_quote()) + "/withdrawal",
                            json::object(), w.ben);
         }},
        {{"start_order"},
         [](World& w) {
             return request("POST", step(w.given_a_funded_order(), "start"), json::object(), w.ben);
         }},
        {{"deliver_order"},
         [](World& w) {
             const auto order = w.given_a_funded_order();
             expect(200, w.act(order, "start", w.ben));
             return request("POST", step(order, "delivery"), json::object(), w.ben);
         }},
        {{"validate_order"},
         [](World& w) {
             return request("POST", step(w.given_a_delivered_order(), "validation"), json::object(),
                            w.ana);
         }},
        {{"contest_order"},
         [](World& w) {
             return request("POST", step(w.given_a_delivered_order(), "contestation"),
                            {{"reason", "Trois ourlets se défont."}}, w.ana);
         }},
        {{"cancel_order"},
         [](World& w) {
             return request("POST", step(w.given_a_funded_order(), "cancellation"), json::object(),
                            w.ana);
         }},
        {{"decide_contestation"},
         [](World& w) {
             return request("POST",
                            "/v1/staff" + step(w.given_a_contested_order(), "decision").substr(3),
                            {{"decision", "partial_refund"},
                             {"refund", {{"amount", 4500}, {"currency", "EUR"}}},
                             {"reason", "Un ourlet sur dix est à refaire."}},
                            w.given_staff());
         }},
    };
}

std::vector<Play> World::talk()
{
    return {
        {{"send_message"},
         [](World& w) {
             w.given_a_request();
             const auto talk = text(w.get("/v1/conversations", w.ana.bearer).body["items"][0]);
             return request("POST", "/v1/conversations/" + talk + "/messages",
                            {{"text", "Bonjour, quand pouvez-vous passer ?"}}, w.ana);
         }},
        {{.name = "mark_conversation_read", .again = Again::anew},
         [](World& w) {
             w.given_a_request();
             const auto talk = "/v1/conversations/" +
                               text(w.get("/v1/conversations", w.ana.bearer).body["items"][0]);
             expect(201, w.post(talk + "/messages", {{"text", "Bonjour."}}, w.ana.bearer));
             return request("PUT", talk + "/read", {{"seq", 1}}, w.ben);
         }},
        {{"review_order"},
         [](World& w) {
             return request("POST", step(w.given_a_validated_order(), "review"),
                            {{"rating", 5}, {"text", "Travail soigné et ponctuel."}}, w.ana);
         }},
        {{"reply_to_review"},
         [](World& w) {
             return request("POST", "/v1/reviews/" + w.given_a_review() + "/reply",
                            {{"text", "Merci."}}, w.ben);
         }},
        {{"report_review"},
         [](World& w) {
             return request("POST", "/v1/reviews/" + w.given_a_review() + "/report",
                            {{"reason", "Ce n'est pas la bonne commande."}}, w.ben);
         }},
        {{"decide_on_review"},
         [](World& w) {
             const auto review = w.given_a_review();
             expect(201, w.post("/v1/reviews/" + review + "/report",
                                {{"reason", "Ce n'est pas la bonne commande."}}, w.ben.bearer));
             return request("POST", "/v1/staff/reviews/" + review + "/decision",
                            {{"decision", "refuse"},
                             {"ground", "not_genuine"},
                             {"reason", "La commande citée n'est pas celle-ci."}},
                            w.given_staff());
         }},
    };
}

} // namespace tests
