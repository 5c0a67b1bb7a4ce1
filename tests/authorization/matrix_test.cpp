#include <sstream>

#include "tests/authorization/schema.hpp"
#include "tests/authorization/world.hpp"

namespace tests {

namespace {

/// A row's cells, "401 200 200 404 …", in the order of the actors.
std::vector<int> statuses_of(const json& row)
{
    std::vector<int> statuses;
    std::istringstream cells(row.at("expect").get<std::string>());
    for (int status = 0; cells >> status;)
        statuses.push_back(status);
    return statuses;
}

const api::Route& route_of(const std::string& operation)
{
    for (const auto& route : api::routes()) {
        if (route.operation == operation) return route;
    }
    throw std::runtime_error("no such operation: " + operation);
}

/// What an answer shows, without what is different every time.
std::string shown(Answer answer)
{
    answer.body.erase("request_id");
    answer.headers.erase("x-request-id");
    std::string all = std::to_string(answer.status) + "\n";
    for (const auto& [name, value] : answer.headers)
        all += name + ": " + value + "\n";
    return all + (answer.body.is_null() ? answer.bytes : answer.body.dump());
}

class Authorization : public World {
protected:
    json document = json::parse(app.description.json);
    Schemas schemas{document};

    Answer played(const std::string& operation, const json& row, const std::string& actor,
                  std::map<std::string, std::string> ids)
    {
        ids["actor"] = actor;
        // A network address each: attempts are counted by where they come from.
        const auto address = "192.0.2." + std::to_string(actor.size() * 10 + actor.back() % 10);
        With with{.bearer = bearer_of(actor), .headers = {{"x-real-ip", address}}};
        if (route_of(operation).method != "GET") with.headers["if-match"] = "\"1\"";
        if (row.contains("etag_of")) {
            const auto etag = get(row["etag_of"], with.bearer).header("etag");
            if (!etag.empty()) with.headers["if-match"] = etag;
        }
        if (row.contains("type")) with.headers["content-type"] = row["type"];
        auto body = row.contains("body") ? filled(row["body"].dump(), ids) : std::string();
        if (row.contains("type")) body = some_picture(true);
        return call(std::string(route_of(operation).method),
                    filled(row.at("call").get<std::string>(), ids), body, with);
    }

    /// Denied means: the very answer that one gets for what does not exist.
    void expect_as_if_it_did_not_exist(const std::string& operation, const json& row,
                                       const std::string& actor, const Answer& denied)
    {
        const auto nowhere = played(operation, row, actor, nothings());
        EXPECT_EQ(shown(denied), shown(nowhere)) << operation << " as " << actor;
    }

    /// Whatever is answered is described: its status, and every field of it.
    void expect_as_described(const std::string& operation, const Answer& answer)
    {
        const auto& route = route_of(operation);
        std::string method(route.method);
        std::transform(method.begin(), method.end(), method.begin(), ::tolower);
        const auto& responses =
            document["paths"][api::openapi::templated(route.pattern)][method]["responses"];
        const auto found = responses.find(std::to_string(answer.status));
        ASSERT_NE(found, responses.end()) << operation << " answers " << answer.status;
        const auto content = schemas.resolved(*found).value("content", json::object());
        const auto type = answer.header("content-type");
        const auto described = content.find(type.substr(0, type.find(';')));
        if (answer.body.is_null()) return;
        ASSERT_NE(described, content.end()) << operation << " answers " << type;
        for (const auto& complaint : schemas.complaints((*described)["schema"], answer.body))
            ADD_FAILURE() << operation << " " << answer.status << ": " << complaint;
    }

    void play(const std::string& operation, const json& row)
    {
        const auto expected = statuses_of(row);
        std::string seen;
        for (const auto& actor : matrix()["actors"]) {
            const auto answer = played(operation, row, actor, things);
            seen += (seen.empty() ? "" : " ") + std::to_string(answer.status);
            if (answer.status == 404) {
                expect_as_if_it_did_not_exist(operation, row, actor, answer);
            }
            expect_as_described(operation, answer);
            if (answer.status == 500) ADD_FAILURE() << operation << ": " << answer.bytes;
        }
        EXPECT_EQ(seen, row.at("expect").get<std::string>()) << operation;
        EXPECT_EQ(expected.size(), matrix()["actors"].size()) << operation;
    }
};

TEST(AuthorizationMatrix, HasOneRowForEveryOperation)
{
    std::set<std::string> operations;
    std::set<std::string> rows;
    for (const auto& route : api::routes()) {
        if (route.dress == api::Dress::problem) operations.insert(std::string(route.operation));
    }
    for (const auto& row : matrix()["operations"])
        rows.insert(row["operation"]);
    EXPECT_EQ(rows, operations);
}

TEST(AuthorizationMatrix, CallsTheRouteItIsAbout)
{
    for (const auto& row : matrix()["operations"]) {
        const std::string operation = row["operation"];
        std::istringstream path(row.at("call").get<std::string>());
        std::istringstream pattern{std::string(route_of(operation).pattern)};
        std::string given;
        std::string wanted;
        while (std::getline(pattern, wanted, '/') && std::getline(path, given, '/')) {
            const auto segment = given.substr(0, given.find('?'));
            EXPECT_TRUE(wanted.starts_with(":") || segment == wanted) << operation;
        }
        EXPECT_FALSE(std::getline(path, given, '/')) << operation;
    }
}

/// Whoever is not signed in, or is of the wrong kind, is refused before anything is looked at.
TEST(AuthorizationMatrix, AgreesWithWhoTheRoutesAreFor)
{
    for (const auto& row : matrix()["operations"]) {
        const std::string operation = row["operation"];
        const auto who = route_of(operation).who;
        const auto statuses = statuses_of(row);
        const bool is_open = who == api::Who::anyone || who == api::Who::hook;
        EXPECT_TRUE(is_open || statuses.at(0) == 401) << operation;
        EXPECT_TRUE(is_open || statuses.at(8) == 401) << operation;
        if (who == api::Who::staff) {
            for (const std::size_t other : {1, 2, 3, 4, 6, 7})
                EXPECT_EQ(statuses.at(other), 404) << operation;
        }
    }
}

TEST_F(Authorization, HoldsForEverybodyEverywhere)
{
    for (const auto& row : matrix()["operations"]) {
        const std::string operation = row["operation"];
        now += std::chrono::minutes{1}; // tries of a password are counted by the minute
        if (!row.value("ends_sessions", false)) play(operation, row);
    }
}

TEST_F(Authorization, HoldsWhereSessionsEnd)
{
    for (const auto& row : matrix()["operations"]) {
        const std::string operation = row["operation"];
        if (!row.value("ends_sessions", false)) continue;
        play(operation, row);
        for (auto& [name, someone] : actors) {
            if (name != "closed") sign_in_again(someone);
        }
    }
}

} // namespace

} // namespace tests
