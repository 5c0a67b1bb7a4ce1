#include <gmock/gmock.h>

#include "tests/authorization/schema.hpp"
#include "tests/support/marketplace.hpp"

namespace tests {

namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class Description : public ::testing::Test {
protected:
    domain::policy::Policy policy = domain::policy::Policy::parse(
        embedded("ops/policies/retouche/policy.json"), embedded("ops/policies/floors.json"));
    api::Description description = ops::description(policy);
    json document = json::parse(description.json);
    Schemas schemas{document};

    /// Calls `look(method, path, operation)` for every operation described.
    void for_every_operation(
        const std::function<void(const std::string&, const std::string&, const json&)>& look)
    {
        for (const auto& [path, item] : document["paths"].items()) {
            for (const auto& [method, operation] : item.items()) {
                if (method != "parameters") look(method, path, operation);
            }
        }
    }

    std::vector<json> parameters_of(const std::string& path, const json& operation)
    {
        std::vector<json> all;
        const auto& item = document["paths"][path];
        for (const auto& list : {item.value("parameters", json::array()),
                                 operation.value("parameters", json::array())}) {
            for (const auto& parameter : list)
                all.push_back(schemas.resolved(parameter));
        }
        return all;
    }

    bool has_parameter(const std::string& path, const json& operation, const std::string& in,
                       const std::string& name)
    {
        for (const auto& parameter : parameters_of(path, operation)) {
            if (parameter["in"] == in && parameter["name"] == name) return true;
        }
        return false;
    }

    /// Every schema inside `described`, once.
    void for_every_schema(const json& described, std::set<const json*>& seen,
                          const std::function<void(const json&)>& look)
    {
        const auto& schema = schemas.resolved(described);
        if (!seen.insert(&schema).second) return;
        look(schema);
        const auto properties = schema.find("properties");
        if (properties != schema.end()) {
            for (const auto& inner : *properties)
                for_every_schema(inner, seen, look);
        }
        if (schema.contains("items")) for_every_schema(schema["items"], seen, look);
    }
};

TEST_F(Description, ListsEveryRouteAndNothingElse)
{
    std::set<std::string> routes;
    std::set<std::string> described;
    for (const auto& route : api::routes()) {
        if (route.dress == api::Dress::page) continue;
        std::string method(route.method);
        std::transform(method.begin(), method.end(), method.begin(), ::tolower);
        routes.insert(method + " " + api::openapi::templated(route.pattern) + " " +
                      std::string(route.operation));
    }
    for_every_operation([&](const auto& method, const auto& path, const json& operation) {
        described.insert(method + " " + path + " " + operation["operationId"].get<std::string>());
    });
    EXPECT_EQ(described, routes);
}

/// The web site's chapter: each page once, though it has an address in English too.
std::string pages_of_the_site()
{
    std::string text =
        "\n## site\n\nThe web site's pages (`api/site`): at these paths in French, under `/en` in "
        "English. A form is a\nskin of the operation beside it; whoever is not signed in is led to "
        "signing in.\n\n| method | path | page | who | performs |\n|---|---|---|---|---|\n";
    for (const auto& route : api::routes()) {
        if (route.dress != api::Dress::page || route.language == domain::Language::en) continue;
        const auto path = api::openapi::templated(route.pattern);
        for (const auto cell : {route.method, std::string_view(path), route.operation,
                                name(route.who), route.performs})
            text.append("| ").append(cell).append(cell.empty() ? "" : " ");
        text.append("|\n");
    }
    return text;
}

/// The table of routes for people, by the groups of the description.
TEST_F(Description, IsWhatTheReferenceSays)
{
    auto text =
        "# Routes\n\n" + generated_by("tests_authorization --gtest_filter='*Reference*'") +
        "Who may call what, as `api/*.cpp` say and `tests/authorization` plays. What an actor\n"
        "may not call, and what is somebody else's, answers 404 like what does not exist.\n"
        "**key**: the request needs an `Idempotency-Key`. **proof**: it makes a sensitive change, "
        "which\nwants that proof and is told to the owner by mail. The whole description: "
        "`/docs`.\n";
    text += "\n| proof | |\n|---|---|\n";
    for (const auto& [proof, meaning] : document["info"]["x-proof"].items())
        text.append("| ")
            .append(proof)
            .append(" | ")
            .append(meaning.get<std::string>())
            .append(" |\n");
    text += "\n| who | may call |\n|---|---|\n";
    for (const auto& [who, meaning] : document["info"]["x-who"].items())
        text.append("| ")
            .append(who)
            .append(" | ")
            .append(meaning.get<std::string>())
            .append(" |\n");
    std::map<std::string, std::string> lines_by_tag;
    for (const auto& route : api::routes()) {
        if (route.dress == api::Dress::page) continue;
        std::string method(route.method);
        std::transform(method.begin(), method.end(), method.begin(), ::tolower);
        const auto path = api::openapi::templated(route.pattern);
        auto& lines = lines_by_tag[document["paths"][path][method]["tags"][0]];
        for (const auto cell :
             {route.method, std::string_view(path), route.operation, name(route.who)})
            lines.append("| ").append(cell).append(" ");
        lines.append(route.idempotent ? "| key " : "| ");
        if (route.sensitive) {
            const auto evidence = domain::access::row_of(*route.sensitive).evidence;
            lines.append("| ").append(name(evidence)).append(" |\n");
        } else {
            lines.append("| |\n");
        }
    }
    for (const auto& tag : document["tags"]) {
        text.append("\n## ").append(tag["name"].get<std::string>());
        text.append("\n\n").append(tag["description"].get<std::string>());
        text.append(
            "\n\n| method | path | operation | who | | proof |\n|---|---|---|---|---|---|\n");
        text.append(lines_by_tag[tag["name"]]);
    }
    text.append(pages_of_the_site());
    expect_file("ops/reference/routes.md", text);
}

TEST_F(Description, ChangesInSightOfWhoeverReviews)
{
    expect_file("tests/golden/api.json", document.dump(2) + "\n");
}

TEST_F(Description, SaysWhichHeadersAreNeeded)
{
    std::map<std::string, bool> idempotent;
    for (const auto& route : api::routes())
        idempotent[std::string(route.operation)] = route.idempotent;
    for_every_operation([&](const auto&, const auto& path, const json& operation) {
        EXPECT_EQ(has_parameter(path, operation, "header", "Idempotency-Key"),
                  idempotent[operation["operationId"]])
            << operation["operationId"];
        EXPECT_TRUE(operation.contains("security")) << operation["operationId"];
        EXPECT_TRUE(operation.contains("x-who")) << operation["operationId"];
    });
}

TEST_F(Description, DescribesEveryParameterOfAPath)
{
    for_every_operation([&](const auto&, const auto& path, const json& operation) {
        std::set<std::string> in_path;
        for (auto at = path.find('{'); at != std::string::npos; at = path.find('{', at + 1))
            in_path.insert(path.substr(at + 1, path.find('}', at) - at - 1));
        std::set<std::string> described;
        for (const auto& parameter : parameters_of(path, operation)) {
            if (parameter["in"] == "path") described.insert(parameter["name"]);
            EXPECT_FALSE(parameter.value("description", "").empty()) << path;
        }
        EXPECT_EQ(described, in_path) << operation["operationId"];
    });
}

TEST_F(Description, CanBeUnderstood)
{
    std::set<std::string> tags;
    for (const auto& tag : document["tags"])
        tags.insert(tag["name"]);
    std::set<std::string> operations;
    for_every_operation([&](const auto&, const auto&, const json& operation) {
        const std::string id = operation["operationId"];
        EXPECT_TRUE(operations.insert(id).second) << id << " twice";
        EXPECT_FALSE(operation.value("summary", "").empty()) << id;
        EXPECT_TRUE(tags.contains(operation.value("tags", json{""})[0])) << id;
        int successes = 0;
        for (const auto& [status, response] : operation["responses"].items()) {
            successes += static_cast<int>(status < "400");
            EXPECT_FALSE(schemas.resolved(response).value("description", "").empty()) << id;
        }
        EXPECT_GT(successes, 0) << id;
    });
}

TEST_F(Description, RefersToNothingThatIsMissing)
{
    const std::function<void(const json&)> look = [&](const json& part) {
        if (part.is_object() && part.contains("$ref") && part["$ref"].is_string()) {
            EXPECT_NO_THROW(schemas.resolved(part)) << part;
        }
        if (!part.is_structured()) return;
        for (const auto& inner : part)
            look(inner);
    };
    look(document);
}

/// What is sent has bounds, what is mandatory says so, and nothing else is taken.
TEST_F(Description, BoundsEveryFieldThatIsSent)
{
    for_every_operation([&](const auto&, const auto&, const json& operation) {
        if (!operation.contains("requestBody")) return;
        const auto& content = schemas.resolved(operation["requestBody"])["content"];
        if (!content.contains("application/json")) return;
        const std::string id = operation["operationId"];
        std::set<const json*> seen;
        for_every_schema(content["application/json"]["schema"], seen, [&](const json& schema) {
            const auto type = schema.value("type", json());
            const bool bounded = schema.contains("maxLength") || schema.contains("enum") ||
                                 schema.contains("format") || schema.contains("pattern");
            EXPECT_TRUE(type != "object" || schema.value("additionalProperties", true) == false)
                << id << schema;
            EXPECT_TRUE(type != "array" || schema.contains("maxItems")) << id << schema;
            EXPECT_TRUE(type != "string" || bounded) << id << schema;
        });
    });
}

/// The page's curl commands send these.
TEST_F(Description, ShowsForEveryMandatoryBodyAnExampleThatItTakes)
{
    int examples = 0;
    for_every_operation([&](const auto&, const auto&, const json& operation) {
        if (!operation.contains("requestBody")) return;
        const auto& body = schemas.resolved(operation["requestBody"]);
        if (!body["content"].contains("application/json")) return;
        const auto& content = body["content"]["application/json"];
        EXPECT_TRUE(content.contains("example") || !body["required"]) << operation["operationId"];
        if (!content.contains("example")) return;
        ++examples;
        EXPECT_THAT(schemas.complaints(content["schema"], content["example"]), IsEmpty())
            << operation["operationId"];
    });
    EXPECT_GT(examples, 25);
}

TEST_F(Description, ExplainsWhoMayCallAndWhereToBegin)
{
    std::set<std::string> operations;
    for (const auto& route : api::routes()) {
        operations.insert(std::string(route.operation));
        EXPECT_TRUE(document["info"]["x-who"].contains(std::string(name(route.who))))
            << name(route.who);
    }
    EXPECT_FALSE(document["info"]["x-first-steps"].empty());
    for (const auto& step : document["info"]["x-first-steps"])
        EXPECT_TRUE(operations.contains(step["operation"])) << step;
}

TEST_F(Description, MarksWhatThePolicyMakesMandatory)
{
    using domain::policy::Who;
    for (const auto who : {Who::client, Who::provider}) {
        ASSERT_FALSE(policy.mandatory(who, domain::policy::Step::sign_up).empty());
    }
    const auto& sign_up = schemas.resolved(document["paths"]["/v1/accounts"]["post"]["requestBody"]
                                                   ["content"]["application/json"]["schema"]);
    const auto& person = schemas.resolved(sign_up["properties"]["person"]);
    EXPECT_EQ(person["properties"]["surname"]["x-mandatory-for"].size(), 2U);
    EXPECT_GE(sign_up["allOf"].size(), 2U);
}

TEST_F(Description, IsServedWithAPageThatLoadsNothingElse)
{
    EXPECT_THAT(description.page, HasSubstr("fetch('/v1/openapi.json')"));
    EXPECT_THAT(description.page, HasSubstr("prefers-color-scheme"));
    EXPECT_THAT(description.page, Not(HasSubstr("{page.")));
    for (const auto* foreign : {"http://", "https://", " src=", "@import", "url(", "innerHTML"})
        EXPECT_THAT(description.page, Not(HasSubstr(foreign)));
    EXPECT_THAT(description.page_policy, HasSubstr("default-src 'none'"));
    EXPECT_THAT(description.page_policy, Not(HasSubstr("unsafe")));
}

class ServedDescription : public Marketplace {};

TEST_F(ServedDescription, IsReadByAnybody)
{
    const auto described = get("/v1/openapi.json");
    EXPECT_EQ(described.status, 200);
    EXPECT_EQ(described.body["openapi"], "3.1.0");
    const auto page = get("/docs");
    EXPECT_EQ(page.header("content-type"), "text/html; charset=utf-8");
    EXPECT_EQ(page.header("content-security-policy"), app.description.page_policy);
}

} // namespace

} // namespace tests
