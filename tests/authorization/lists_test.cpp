// Every list of the API, walked at every length of page: nothing is left out, nothing comes twice,
// and no page is empty. A list that is described and not walked fails.

#include "tests/authorization/schema.hpp"
#include "tests/privacy/leaving.hpp"
#include "tests/support/waiting_money.hpp"

namespace tests {

namespace {

class Lists : public Leaving {
protected:
    static constexpr std::size_t deals = 3;

    Someone sam = given_staff();
    Someone office = given_an_accountant();
    std::string conversation;

    /// ana and ben deal thrice, complain thrice and mint three keys each side; three movements of
    /// money wait for people, about each of which two proposals were made.
    void SetUp() override
    {
        give_a_password(sam);
        give_a_password(ben);
        for (std::size_t i = 0; i < deals; ++i) {
            now += std::chrono::hours(1);
            conversation = given_a_deal().conversation.text();
            given_a_contested_order();
            mint("/v1/staff/archive-keys", sam);
            mint("/v1/me/archive-keys", ben);
            propose_twice(given_waiting_money(db, ana.id));
        }
        const auto reviews = get("/v1/me/reviews?role=received", ben.bearer).body["items"];
        for (const auto& review : reviews)
            report(review, ben);
    }

    void propose_twice(const domain::MoneyOperationId& movement)
    {
        using namespace domain::proposals;
        const auto first = given_a_proposal(db, sam.id, movement);
        db.transaction([&](domain::Transaction& tx) {
            decide(tx, sam.id, first, Decision::withdraw, "Une erreur de ma part.");
        });
        given_a_proposal(db, sam.id, movement);
    }

    void mint(const std::string& path, const Someone& who)
    {
        expect(201, post(path,
                         {{"label", "Cabinet Durand"},
                          {"expires_at", domain::to_text(now + std::chrono::days{30})},
                          {"password", somebodys_password}},
                         who.bearer));
    }

    void report(const json& review, const Someone& who)
    {
        expect(201, post("/v1/reviews/" + text(review) + "/report",
                         {{"reason", "Cette personne n'a jamais été cliente."}}, who.bearer));
    }

    /// What a list shows in pages of `limit`.
    std::vector<json> walked(const std::string& list, const Someone& reader, std::size_t limit)
    {
        std::vector<json> seen;
        for (std::string cursor; seen.size() < 100;) {
            const auto page =
                expect(200, get(list + "limit=" + std::to_string(limit) + cursor, reader.bearer));
            const auto& items = page["items"];
            EXPECT_FALSE(items.empty()) << "a page that was promised";
            EXPECT_LE(items.size(), limit);
            seen.insert(seen.end(), items.begin(), items.end());
            if (page["next"].is_null()) return seen;
            cursor = "&cursor=" + page["next"].get<std::string>();
        }
        ADD_FAILURE() << "there is no end to it";
        return seen;
    }

    static std::set<std::string> described()
    {
        const auto policy = domain::policy::Policy::parse(
            embedded("ops/policies/retouche/policy.json"), embedded("ops/policies/floors.json"));
        const auto document = json::parse(ops::description(policy).json);
        std::set<std::string> paths;
        for (const auto& [path, item] : document["paths"].items()) {
            const auto parameters =
                item.contains("get") ? item["get"].value("parameters", json()) : json();
            for (const auto& parameter : parameters) {
                if (parameter.value("$ref", "").ends_with("/Limit")) paths.insert(path);
            }
        }
        return paths;
    }
};

TEST_F(Lists, AreWholeAtEveryLengthOfPage)
{
    const std::map<std::string, std::string> captured = {
        {"/v1/conversations/{id}/messages", conversation},
        {"/v1/providers/{id}/reviews", ben.id.text()},
        {"/v1/clients/{id}/reviews", ana.id.text()}};
    struct List {
        const char* path;
        const Someone& reader;
        std::vector<const char*> queries{""};
        std::size_t least = deals;
    };
    const List lists[] = {
        {"/v1/requests", ana, {"as=client&"}},
        {"/v1/requests", ben, {"as=provider&"}},
        {"/v1/quotes", ana},
        {"/v1/orders", ben},
        {"/v1/invoices", ben},
        {"/v1/conversations", ana},
        {"/v1/conversations/{id}/messages", ana, {"order=newest_first&", "order=oldest_first&"}, 2},
        {"/v1/services", ana, {"sort=newest&", "sort=price&", "sort=rating&"}},
        {"/v1/providers/{id}/reviews", ana, {"sort=recent&", "sort=highest&", "sort=lowest&"}},
        {"/v1/clients/{id}/reviews", ben},
        {"/v1/me/reviews", ana, {"role=given&", "role=received&"}},
        {"/v1/staff/review-reports", sam, {"state=open&"}},
        {"/v1/staff/contestations", sam},
        {"/v1/staff/archive-keys", sam},
        {"/v1/staff/money-waiting", sam},
        {"/v1/staff/proposals", sam, {"state=open&", "state=closed&"}},
        {"/v1/me/archive-keys", ben},
        {"/v1/archive/invoices", office},
    };
    std::set<std::string> paths;
    for (const auto& list : lists) {
        paths.insert(list.path);
        std::string path = list.path;
        if (const auto id = path.find("{id}"); id != path.npos)
            path.replace(id, 4, captured.at(list.path));
        for (const auto* query : list.queries) {
            SCOPED_TRACE(path + "?" + query);
            const auto whole = walked(path + "?" + query, list.reader, 100);
            EXPECT_GE(whole.size(), list.least);
            for (std::size_t limit = 1; limit <= whole.size(); ++limit)
                EXPECT_EQ(walked(path + "?" + query, list.reader, limit), whole) << limit;
        }
    }
    EXPECT_EQ(paths, described());
}

} // namespace

} // namespace tests
