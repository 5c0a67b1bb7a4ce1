#include <functional>

#include "tests/authorization/schema.hpp"
#include "tests/authorization/world.hpp"

namespace tests {

namespace {

/// Every route that reads a body, fed with what nobody should send, by whoever may call it.
/// Each time a problem is answered, and nothing at all is written.
class BadInput : public World {
protected:
    json document = json::parse(app.description.json);
    Schemas schemas{document};

    struct Target {
        std::string operation, method, path, actor;
        json body; // a good one
        json schema;
    };

    std::vector<Target> targets()
    {
        std::vector<Target> all;
        for (const auto& row : matrix()["operations"]) {
            const auto target = target_of(row);
            if (target) all.push_back(*target);
        }
        return all;
    }

    std::optional<Target> target_of(const json& row)
    {
        for (const auto& route : api::routes()) {
            if (route.operation != row["operation"].get<std::string>()) continue;
            std::string method(route.method);
            std::transform(method.begin(), method.end(), method.begin(), ::tolower);
            const auto& operation =
                document["paths"][api::openapi::templated(route.pattern)][method];
            if (!operation.contains("requestBody") || route.takes != api::Takes::json) return {};
            const auto& content = schemas.resolved(operation["requestBody"])["content"];
            const auto body = row.value("body", json::object());
            return Target{row["operation"],
                          std::string(route.method),
                          filled(row["call"], things),
                          admitted(row),
                          json::parse(filled(filled(body.dump(), things), {{"actor", "bad"}})),
                          content["application/json"]["schema"]};
        }
        return {};
    }

    Answer send(const Target& target, const std::string& body)
    {
        return call(target.method, target.path, body,
                    {.bearer = bearer_of(target.actor), .headers = {{"if-match", "\"1\""}}});
    }

    void expect_problem(const Target& target, const std::string& body)
    {
        const auto answer = send(target, body);
        const auto what = target.operation + " <- " + body.substr(0, 200);
        EXPECT_TRUE(answer.status >= 400 && answer.status < 500)
            << what << "\n"
            << answer.status << answer.bytes.substr(0, 300);
        EXPECT_EQ(answer.header("content-type"), "application/problem+json") << what;
        EXPECT_EQ(answer.body.value("status", 0), answer.status) << what;
        EXPECT_FALSE(answer.body.value("title", "").empty()) << what;
    }

    /// What no `schema` of this type takes.
    static std::vector<json> wrong_values(const json& schema)
    {
        auto type = schema.value("type", json("any"));
        if (type.is_array()) type = type[0];
        if (type == "string") return {7, true, json::array(), json::object(), {{"$ne", ""}}};
        if (type == "integer") return {"7", 1.5, 1e300, json::array(), json::object(), true};
        if (type == "boolean") return {"true", 1, json::array(), json::object()};
        if (type == "array") return {"a", 7, json::object(), {{"0", "a"}}};
        if (type == "object") return {"a", 7, json::array({1}), true};
        return {};
    }

    /// A text of a body: the path by which a refusal names it, and the body with another in its
    /// place.
    struct TextField {
        std::string path;
        json schema;
        std::function<json(const std::string& text)> with;
    };

    std::vector<TextField> texts_of(const json& body, const json& described)
    {
        std::vector<TextField> all;
        const auto properties = schemas.resolved(described).value("properties", json::object());
        for (const auto& [name, property] : properties.items()) {
            const auto& inner = schemas.resolved(property);
            auto type = inner.value("type", json("any"));
            if (type.is_array()) type = type[0];
            if (type == "string" && inner.contains("maxLength") && !inner.contains("enum")) {
                all.push_back({name, inner, [body, name = name](const std::string& text) {
                                   auto copy = body;
                                   copy[name] = text;
                                   return copy;
                               }});
            }
            if (type != "object" || !body.contains(name)) continue;
            for (auto& deeper : texts_of(body[name], inner)) {
                all.push_back({name + "." + deeper.path, deeper.schema,
                               [body, name = name, deeper](const std::string& text) {
                                   auto copy = body;
                                   copy[name] = deeper.with(text);
                                   return copy;
                               }});
            }
        }
        return all;
    }

    /// What is said against `field` when its text is so long; nothing when that is not looked at.
    std::optional<std::string> said_of(const Target& target, const TextField& field,
                                       std::size_t length)
    {
        auto body = field.with(std::string(length, 'a'));
        body["nobody_knows_this"] = 1; // so that nothing is ever carried out
        const auto answer = send(target, body.dump());
        if (answer.status != 422) return {};
        for (const auto& error : answer.body["errors"]) {
            if (error["field"] == field.path) return error["detail"].get<std::string>();
        }
        return "";
    }

    /// `body` with each described field in turn replaced by each wrong value.
    std::vector<json> spoiled(const json& body, const json& described)
    {
        std::vector<json> all;
        const auto& schema = schemas.resolved(described);
        const auto properties = schema.value("properties", json::object());
        for (const auto& [name, property] : properties.items()) {
            const auto& inner = schemas.resolved(property);
            for (const auto& wrong : wrong_values(inner)) {
                auto copy = body;
                copy[name] = wrong;
                all.push_back(std::move(copy));
            }
            if (inner.value("type", json()) != "object" || !body.contains(name)) continue;
            for (const auto& deeper : spoiled(body[name], inner)) {
                auto copy = body;
                copy[name] = deeper;
                all.push_back(std::move(copy));
            }
        }
        for (const auto& name : schema.value("required", json::array())) {
            auto copy = body;
            copy.erase(name.get<std::string>());
            all.push_back(std::move(copy));
        }
        return all;
    }
};

/// Counted attempts are the one thing that a refused request may leave behind.
std::map<std::string, std::int64_t> without_attempts(std::map<std::string, std::int64_t> rows)
{
    rows.erase("rate_counters");
    return rows;
}

TEST_F(BadInput, UnreadableBodiesAreRefusedEverywhere)
{
    std::string nested = R"({"a":)";
    for (int i = 0; i < 40; ++i)
        nested += "[";
    const std::vector<std::string> bodies = {"{",
                                             "[]",
                                             "null",
                                             "7",
                                             "\"text\"",
                                             "{\"a\":1,\"a\":2}",
                                             "{\"a\":1}}",
                                             "{'a':1}",
                                             "{\"a\":NaN}",
                                             "{\"a\":1e999}",
                                             "{\"a\":99999999999999999999}",
                                             nested,
                                             nested + std::string(40, ']') + "}",
                                             "{\"a\":\"\xff\xfe\"}",
                                             "{\"a\":\"\\ud800\"}",
                                             std::string("{\"a\":\"\0\"}", 9),
                                             "\xef\xbb\xbf{",
                                             "a=1&b=2",
                                             std::string(100'000, '[')};
    const auto before = without_attempts(rows_by_table());
    ASSERT_FALSE(targets().empty());
    for (const auto& target : targets()) {
        for (const auto& body : bodies)
            expect_problem(target, body);
    }
    EXPECT_EQ(without_attempts(rows_by_table()), before);
}

TEST_F(BadInput, WrongFieldsAreNamedEverywhere)
{
    const auto before = without_attempts(rows_by_table());
    for (const auto& target : targets()) {
        for (const auto& body : spoiled(target.body, target.schema))
            expect_problem(target, body.dump());
        for (const auto* forbidden : {"role", "balance", "kyc_level", "owner_id", "state", "fee",
                                      "is_admin", "__proto__", "version_", "id"}) {
            if (schemas.resolved(target.schema)
                    .value("properties", json::object())
                    .contains(forbidden))
                continue;
            auto body = target.body;
            body[forbidden] = "1";
            expect_problem(target, body.dump());
        }
    }
    EXPECT_EQ(without_attempts(rows_by_table()), before);
}

/// The description says how long a text may be, to the letter.
TEST_F(BadInput, TextsAreAsLongAsTheDescriptionSays)
{
    int looked_at = 0;
    for (const auto& target : targets()) {
        for (const auto& field : texts_of(target.body, target.schema)) {
            if (field.path.ends_with("password")) continue; // wrong, or judged after its link
            const auto least = field.schema.value("minLength", std::size_t{0});
            const auto most = field.schema.value("maxLength", std::size_t{0});
            const auto what = target.operation + " " + field.path;
            for (const auto length : {std::max<std::size_t>(least, 1), most}) {
                const auto said = said_of(target, field, length);
                if (!said) continue;
                ++looked_at;
                const bool is_about_length =
                    said->find("longueur") != said->npos || said->find("length must") != said->npos;
                EXPECT_FALSE(is_about_length) << what << " of " << length << ": " << *said;
            }
            EXPECT_NE(said_of(target, field, most + 1), "") << what << " of " << most + 1;
            if (least < 2) continue;
            EXPECT_NE(said_of(target, field, least - 1), "") << what << " of " << least - 1;
        }
    }
    EXPECT_GT(looked_at, 50);
}

TEST_F(BadInput, TextsThatNoOneCanReadAreRefusedEverywhere)
{
    const auto before = without_attempts(rows_by_table());
    const std::vector<std::string> texts = {std::string("a\0b", 3), "a\u202eb", "a\u200bb",
                                            "\ue000", std::string(60'000, 'x')};
    for (const auto& target : targets()) {
        const auto properties = schemas.resolved(target.schema).value("properties", json::object());
        for (const auto& [name, property] : properties.items()) {
            if (schemas.resolved(property).value("type", json()) != "string") continue;
            for (const auto& text : texts) {
                auto body = target.body;
                body[name] = text;
                expect_problem(target, body.dump());
            }
        }
    }
    EXPECT_EQ(without_attempts(rows_by_table()), before);
}

TEST_F(BadInput, IdsThatAreNoneLeadNowhere)
{
    const auto before = without_attempts(rows_by_table());
    for (const auto& row : matrix()["operations"]) {
        const std::string target = row["call"];
        if (target.find('{') == std::string::npos) continue;
        const std::string operation = row["operation"];
        // Without a living link every id has one answer (own_documents_test).
        if (operation.starts_with("download_closed_account")) continue;
        const auto actor = admitted(row);
        // The last three are no path at all to the transport.
        for (const auto& [id, status] : {std::pair("x", 404),
                                         {"con_", 404},
                                         {"acc_00000000000000000000000000'", 404},
                                         {"1", 404},
                                         {"req_ZZZZZZZZZZZZZZZZZZZZZZZZZZ", 404},
                                         {"..", 400},
                                         {"ord_%00", 400},
                                         {"\xff\xfe", 400}}) {
            auto ids = things;
            for (auto& [name, value] : ids)
                value = id;
            std::string method;
            for (const auto& route : api::routes()) {
                if (route.operation == row["operation"].get<std::string>()) method = route.method;
            }
            const auto body = row.contains("body") ? filled(row["body"].dump(), things) : "";
            const auto answer =
                call(method, filled(target, ids), body,
                     {.bearer = bearer_of(actor), .headers = {{"if-match", "\"1\""}}});
            EXPECT_EQ(answer.status, status) << row["operation"] << " " << id << answer.bytes;
        }
    }
    EXPECT_EQ(without_attempts(rows_by_table()), before);
}

} // namespace

} // namespace tests
