#pragma once

#include <functional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "domain/events/event.hpp"
#include "tests/faults/trial.hpp"
#include "tests/market/publishing.hpp"

namespace tests {

class World;

/// A scenario and what brings the world to where it would succeed.
struct Play {
    Scenario scenario;
    Act (*given)(World&);
};

inline void PrintTo(const Play& play, std::ostream* out)
{
    *out << play.scenario.name;
}

/// A marketplace that pays through the stand-in, in this process, and everything that can be done
/// in it. Ben is payable by our books; bea, once asked for, by Mangopay's too.
class World : public Publishing {
public:
    /// What the API does: one play for each operation that writes.
    static std::vector<Play> access();   // signing up and in, credentials
    static std::vector<Play> people();   // what members say of themselves
    static std::vector<Play> pages();    // page, services
    static std::vector<Play> market();   // requests, quotes, orders
    static std::vector<Play> talk();     // messages, reviews
    static std::vector<Play> money();    // payments and payment accounts
    static std::vector<Play> archives(); // what accountants read, and their keys
    static std::vector<Play> staff();    // what takes two people
    static std::vector<Play> links();    // to the documents of closed accounts
    /// What jobs do: one play for each kind of event that is heard, each scheduled job.
    static std::vector<Play> consumers();
    static std::vector<Play> schedule();

protected:
    static constexpr auto iban = "FR7630004000031234567890143";
    static constexpr auto password = "trois chevaux bleus rêvent";

    StandInHere stand_in{clock};
    payments::mangopay::Client mangopay{
        {{StandInHere::url, StandInHere::client_id, StandInHere::api_key}, true},
        stand_in.http(),
        clock};

    World()
    {
        app.gateway = &mangopay;
        context.gateway = &mangopay;
    }

    void play(const Play& play, std::int64_t step);

    /// The same request each time it is done, key included.
    static Act request(const std::string& method, const std::string& target, const json& body,
                       const Someone& as, const std::string& etag = "");
    static Act anonymous(const std::string& method, const std::string& target, const json& body);
    static Act bytes(const std::string& method, const std::string& target,
                     const std::string& picture, const Someone& as);
    static Act repeated(const std::string& method, const std::string& target, const json& body,
                        With with);

    /// The worker's round in which the one event of this kind that waits is done.
    Act consumed(domain::events::Kind kind);
    /// The worker's round in which this job is the only one whose time has come.
    Act scheduled(const std::string& job);

    /// Somebody with a password, whose mails so far are out of the way.
    void give_password(const Someone& someone);
    std::string token_mailed_to(const std::string& address);
    void given_a_second_factor(const Someone& someone);
    /// Two signed up with one address; one of them has verified it.
    void given_a_superseded_sign_up();

    /// Verified by Mangopay, with a bank account: through the API alone.
    Someone given_a_verified_provider();
    json given_an_order_of(const Someone& provider);
    /// Ana's order at bea, paid by card, the money in escrow.
    json given_a_paid_order(const Someone& provider);

    /// An order whose release found its provider blocked, which it no longer is.
    void given_a_release_that_waited();
    /// The same, validated: the release is due.
    json given_a_done_order(const Someone& provider);
    /// Ana's order at ben, released by our books, its invoices due.
    void given_a_released_order();
    std::string given_an_invoice();
    /// The link of ana's last mail, the number of her invoice and her name on it.
    json given_a_document_claim();
    Act downloaded_by_link(const std::string& form);
    std::string given_a_review();
    void accept_texts(const Someone& provider);
    void pay_by_card(const json& order);
    std::string resource_of(const std::string& kind);
    std::string user_of(const Someone& someone, const std::string& role);
    void confirm_at_mangopay(const Someone& provider);
    void block(const Someone& provider, bool blocked);
    /// Mangopay calls.
    void told(const std::string& event_type, const std::string& resource);

    void announce(domain::events::Kind kind, const std::string& subject,
                  const std::string& detail = "");
};

} // namespace tests
