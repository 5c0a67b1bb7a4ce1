// Whoever believes to have filtered is told when it did not.

#include <gmock/gmock.h>

#include "tests/authorization/world.hpp"

namespace tests {

namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

class Query : public World {
protected:
    struct Asked {
        std::string operation, method, target, bearer;
        api::Who who;
    };

    /// Every operation, as somebody whom it is for would ask.
    std::vector<Asked> everything()
    {
        std::vector<Asked> all;
        for (const auto& row : matrix()["operations"]) {
            const std::string operation = row["operation"];
            for (const auto& route : api::routes()) {
                if (route.operation != operation) continue;
                all.push_back({operation, std::string(route.method),
                               filled(row["call"].get<std::string>(), things),
                               bearer_of(route.who == api::Who::provider ? "ben" : admitted(row)),
                               route.who});
            }
        }
        return all;
    }

    static std::vector<std::string> fields(const Answer& answer)
    {
        std::vector<std::string> all;
        for (const auto& error : answer.body.value("errors", json::array()))
            all.push_back(error["field"]);
        return all;
    }

    static std::string with(const std::string& target, const std::string& more)
    {
        return target + (target.find('?') == target.npos ? "?" : "&") + more;
    }
};

TEST_F(Query, TellsOfParametersThatARouteDoesNotKnow)
{
    auto before = rows_by_table();
    for (const auto& asked : everything()) {
        if (asked.who == api::Who::hook) continue;
        SCOPED_TRACE(asked.operation);
        const auto target = with(asked.target, "nobody_knows=1&nor_this=");
        const auto answer = call(asked.method, target, "", {.bearer = asked.bearer});
        EXPECT_EQ(answer.status, 422) << answer.bytes;
        EXPECT_THAT(fields(answer), UnorderedElementsAre("nobody_knows", "nor_this"));
    }
    auto after = rows_by_table();
    for (auto* rows : {&before, &after})
        rows->erase("rate_counters");
    EXPECT_EQ(after, before);
}

TEST_F(Query, TellsOfWhatIsGivenTwiceOrCannotBeRead)
{
    for (const auto& [operation, parameters] : app.description.query) {
        for (const auto& asked : everything()) {
            if (asked.operation != operation || asked.who == api::Who::hook) continue;
            const auto path = asked.target.substr(0, asked.target.find('?'));
            for (const auto& name : parameters) {
                SCOPED_TRACE(operation + " " + name);
                const auto twice = path + "?" + name + "=1&" + name + "=1&" + name + "=2";
                EXPECT_THAT(fields(call(asked.method, twice, "", {.bearer = asked.bearer})),
                            UnorderedElementsAre(name));
                const auto unreadable = path + "?" + name + "=%01";
                EXPECT_THAT(fields(call(asked.method, unreadable, "", {.bearer = asked.bearer})),
                            UnorderedElementsAre(name));
            }
        }
    }
}

TEST_F(Query, SaysWhatThereIs)
{
    const auto answer = get("/v1/archive/export?issuer_id=" + ben.id.text(), bearer_of("abby"));
    EXPECT_THAT(answer.body["errors"][0]["detail"].get<std::string>(), HasSubstr("from, to"));
}

/// What it is not for does not come to its parameters.
TEST_F(Query, IsNotReadForStrangers)
{
    EXPECT_EQ(get("/v1/archive/export?issuer_id=1").status, 401);
    EXPECT_EQ(get("/v1/archive/export?issuer_id=1", bearer_of("ana")).status, 404);
}

TEST_F(Query, OfAHookIsMangopaysToChoose)
{
    const auto answer = get("/hooks/mangopay/" + app.hook_secret +
                            "?EventType=KYC_SUCCEEDED&RessourceId=1&Date=1&NewOne=2");
    EXPECT_EQ(answer.status, 200);
    EXPECT_THAT(fields(answer), IsEmpty());
}

} // namespace

} // namespace tests
