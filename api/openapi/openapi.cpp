#include "api/openapi/openapi.hpp"

#include <algorithm>
#include <stdexcept>

#include "api/openapi/openapi_policy.hpp"
#include "api/openapi/openapi_profile.hpp"
#include "api/openapi/values.hpp"
#include "domain/core/check.hpp"
#include "domain/core/crypto.hpp"

namespace api::openapi {

using namespace domain;
using nlohmann::json;

namespace {

constexpr std::string_view folder = "api/openapi/";

json parsed(std::string_view path, std::string_view text)
{
    auto document = json::parse(text, nullptr, false);
    if (!document.is_object())
        throw std::runtime_error(std::string(path) + " is not a JSON object");
    return document;
}

/// Adds what is in `from` to `into`; the same name twice is somebody's mistake.
void add(json& into, const json& from, const std::string& where)
{
    for (const auto& [name, value] : from.items()) {
        if (into.contains(name)) {
            throw std::runtime_error(where + " describes " + name + " a second time");
        }
        into[name] = value;
    }
}

void add_fragment(json& document, const json& fragment, const std::string& path)
{
    for (const auto& [section, content] : fragment.items()) {
        if (section == "paths") {
            for (const auto& [address, operations] : content.items())
                add(document["paths"][address], operations, path + ", " + address + ",");
        } else if (section == "components") {
            for (const auto& [kind, parts] : content.items())
                add(document["components"][kind], parts, path);
        } else {
            throw std::runtime_error(path + " has an unknown section: " + section);
        }
    }
}

json reference(std::string_view kind, std::string_view name)
{
    return {{"$ref", "#/components/" + std::string(kind) + "/" + std::string(name)}};
}

json security_of(Who who)
{
    using list = json::array_t;
    const json none = json::object();
    const json session = {{"bearer", list{}}};
    const json browser = {{"cookie", list{}}};
    switch (who) {
    case Who::anyone: return {none, session, browser};
    case Who::hook: return list{};
    case Who::archive_reader: return {session, browser, {{"archive_key", list{}}}};
    case Who::signed_in:
    case Who::member:
    case Who::client:
    case Who::provider:
    case Who::staff:
    case Who::privacy_officer: break;
    }
    return {session, browser};
}

/// The problems that an operation of this kind may answer, as the frame calls them.
std::vector<std::pair<const char*, const char*>> common_problems(const Route& route, bool has_body)
{
    std::vector<std::pair<const char*, const char*>> problems = {{"503", "Busy"}};
    if (route.who != Who::hook) problems.emplace_back("422", "InvalidFields"); // its query
    const bool restricted = route.who != Who::anyone && route.who != Who::hook;
    if (restricted) problems.insert(problems.end(), {{"401", "NotSignedIn"}, {"403", "Forbidden"}});
    if (restricted || route.pattern.find(':') != route.pattern.npos) {
        problems.emplace_back("404", "NotFound");
    }
    if (route.place != http::Place::http_thread) problems.emplace_back("429", "TooManyRequests");
    if (has_body) {
        problems.insert(
            problems.end(),
            {{"400", "MalformedRequest"}, {"413", "TooLarge"}, {"415", "UnsupportedMedia"}});
    }
    if (route.idempotent) problems.emplace_back("428", "PreconditionRequired");
    return problems;
}

/// What `$ref` leads to inside the document.
const json& resolved(const json& document, const json& part)
{
    const auto reference = part.find("$ref");
    if (reference == part.end()) return part;
    return document.at(json::json_pointer(reference->get<std::string>().substr(1)));
}

/// The parameters that each operation takes in its query, as they are described.
auto queries_of(const json& document)
{
    decltype(Description::query) queries;
    for (const auto& path : document["paths"]) {
        for (const auto& operation : path) {
            auto& names = queries[operation.value("operationId", "")];
            for (const auto& part : operation.value("parameters", json::array())) {
                const auto& parameter = resolved(document, part);
                if (parameter.at("in") == "query")
                    names.push_back(parameter.at("name").get<std::string>());
            }
        }
    }
    return queries;
}

/// Whether it is a reading of something that has versions (RFC 9110, 13.1).
bool is_conditional(const json& operation, const Route& route)
{
    const auto tag = json::json_pointer("/responses/200/headers/ETag");
    return route.method == "GET" && operation.contains(tag);
}

/// Says which proof a sensitive change wants, in the words of the frame.
void describe_proof(json& operation, const Route& route, const json& words)
{
    if (!route.sensitive || operation.contains("x-proof")) return;
    const std::string evidence(name(access::row_of(*route.sensitive).evidence));
    operation["x-proof"] = evidence;
    auto text = operation.value("description", "");
    if (!text.empty()) text += ' ';
    operation["description"] = text + words.at(evidence).get<std::string>();
}

bool mentions(const json& parameters, const json& parameter)
{
    return std::ranges::find(parameters, parameter) != parameters.end();
}

/// What the table of routes knows; what the fragment says itself stands.
void complete(json& operation, const Route& route)
{
    operation["x-who"] = name(route.who);
    if (!operation.contains("security")) operation["security"] = security_of(route.who);
    auto& parameters = operation["parameters"];
    if (parameters.is_null()) parameters = json::array();
    const auto key = reference("parameters", "IdempotencyKey");
    if (route.idempotent && !mentions(parameters, key)) parameters.push_back(key);
    if (is_conditional(operation, route)) {
        parameters.push_back(reference("parameters", "IfNoneMatch"));
        operation["responses"]["304"] = reference("responses", "NotModified");
        operation["responses"]["412"] = reference("responses", "ChangedMeanwhile");
    }
    for (const auto& [status, problem] :
         common_problems(route, operation.contains("requestBody"))) {
        auto& response = operation["responses"][status];
        if (response.is_null()) response = reference("responses", problem);
    }
}

std::string_view file(const DescriptionFiles& files, std::string_view name)
{
    for (const auto& [path, text] : files) {
        if (path.starts_with(folder) && path.substr(folder.size()) == name) return text;
    }
    return {};
}

json document_of(const DescriptionFiles& files, const policy::Policy& policy)
{
    const auto frame = file(files, "frame.json");
    if (frame.empty()) throw std::runtime_error("the API description has no frame.json");
    auto document = parsed("frame.json", frame);
    for (const auto& [path, text] : files) {
        if (!path.starts_with(folder) || !path.ends_with(".json") || path.ends_with("/frame.json"))
            continue;
        add_fragment(document, parsed(path, text), std::string(path));
    }
    fill_values(document);
    for (const auto& route : routes()) {
        const auto address = document["paths"].find(templated(route.pattern));
        if (address == document["paths"].end()) continue;
        std::string method(route.method);
        std::ranges::transform(method, method.begin(), [](char c) { return std::tolower(c); });
        const auto operation = address->find(method);
        if (operation == address->end()) continue;
        complete(*operation, route);
        describe_proof(*operation, route, document["info"]["x-proof"]);
    }
    fill_in_profile(document["components"]["schemas"]);
    mark_mandatory(document["components"]["schemas"], policy);
    return document;
}

Response get_openapi(App& app, const Request&)
{
    Response response;
    response.media_type = "application/json";
    response.bytes = app.description.json;
    response.headers.push_back({"cache-control", "public, max-age=300"});
    return response;
}

Response get_docs(App& app, const Request&)
{
    Response response;
    response.media_type = "text/html; charset=utf-8";
    response.bytes = app.description.page;
    response.headers = {{"cache-control", "public, max-age=300"},
                        {"content-security-policy", app.description.page_policy},
                        {"referrer-policy", "no-referrer"}};
    return response;
}

/// The page with its style and script inside: one answer, and nothing to load.
std::string page_of(const DescriptionFiles& files)
{
    std::string page(file(files, "page.html"));
    for (const std::string_view part : {"page.css", "page.js"}) {
        const auto mark = "{" + std::string(part) + "}";
        const auto at = page.find(mark);
        if (at != page.npos) page.replace(at, mark.size(), file(files, part));
    }
    return page;
}

/// 'sha256-…' of what stands between <tag> and </tag>, as CSP wants inline code named.
std::string source_hash(std::string_view page, const std::string& tag)
{
    const auto open = page.find("<" + tag + ">");
    const auto close = page.find("</" + tag + ">");
    check(open < close && close != page.npos, "the page has its script and style inside");
    const auto from = open + tag.size() + 2;
    return "'sha256-" + to_base64(sha256(page.substr(from, close - from))) + "'";
}

/// The page runs its own script only, and talks to its own origin only.
std::string policy_of(std::string_view page)
{
    return "default-src 'none'; script-src " + source_hash(page, "script") + "; style-src " +
           source_hash(page, "style") +
           "; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
}

} // namespace

std::string templated(std::string_view pattern)
{
    std::string path;
    for (std::size_t at = 0; at < pattern.size();) {
        if (pattern[at] != ':') {
            path += pattern[at++];
            continue;
        }
        const auto end = std::min(pattern.find('/', at), pattern.size());
        path += '{' + std::string(pattern.substr(at + 1, end - at - 1)) + '}';
        at = end;
    }
    return path;
}

Description described(const DescriptionFiles& files, const policy::Policy& policy)
{
    Description description;
    const auto document = document_of(files, policy);
    description.json = document.dump(1);
    description.query = queries_of(document);
    description.page = page_of(files);
    description.page_policy = policy_of(description.page);
    return description;
}

std::vector<Route> description_routes()
{
    return {
        {"GET", "/v1/openapi.json", "get_openapi", Who::anyone, get_openapi},
        {"GET", "/docs", "get_docs", Who::anyone, get_docs},
    };
}

} // namespace api::openapi
