// A role is dropped only when nothing is owed in it.

#include "tests/market/ordering.hpp"

namespace tests {

namespace {

class Roles : public Orders {
protected:
    Answer become(const Someone& who, const json& roles)
    {
        return patch("/v1/me", {{"roles", roles}}, who.bearer,
                     get("/v1/me", who.bearer).header("etag"));
    }

    static bool is_about_roles(const Answer& answer)
    {
        return answer.status == 422 && answer.body["errors"][0]["field"] == "roles";
    }
};

TEST_F(Roles, AProviderStaysOneWhileAnOrderNeedsIt)
{
    for (const auto state :
         {State::funded, State::started, State::delivered, State::contested, State::validated}) {
        const auto order = order_in(state);
        EXPECT_TRUE(is_about_roles(become(ben, {"client"}))) << name(state);
        db.transaction([&](domain::Transaction& tx) { // out of the way of the next
            tx.run("UPDATE orders SET state = 'released' WHERE id = :id", id_of(order));
        });
    }
    EXPECT_EQ(become(ben, {"client"}).status, 200);
}

TEST_F(Roles, AClientStaysOneWhileAnOrderNeedsItAndMayDoMoreMeanwhile)
{
    const auto order = order_in(State::delivered);

    json body = {{"roles", {"provider"}},
                 {"clientele", "both"},
                 {"company",
                  {{"name", "Ana Martin"},
                   {"legal_form", "EI"},
                   {"siret", "44306184100047"},
                   {"vat_number", {{"none_because", "franchise_293b"}}}}}};
    const auto change = [&] {
        return patch("/v1/me", body, ana.bearer, get("/v1/me", ana.bearer).header("etag"));
    };

    const auto refused = change();
    EXPECT_TRUE(is_about_roles(refused)) << refused.bytes;
    body["roles"] = {"client", "provider"};
    EXPECT_EQ(change().status, 200);
    body["roles"] = {"provider"};
    expect(200, act(order, "validation", ana));
    EXPECT_TRUE(is_about_roles(change()));
    db.transaction(
        [&](domain::Transaction& tx) { domain::orders::mark_released(tx, id_of(order)); });
    EXPECT_EQ(change().status, 200);
}

} // namespace

} // namespace tests
