#include "api/pipeline/problem.hpp"

#include <nlohmann/json.hpp>

#include "api/pipeline/media.hpp"
#include "api/pipeline/protection.hpp"
#include "api/pipeline/request_id.hpp"
#include "domain/access/sign_in_ticket.hpp"
#include "domain/core/check.hpp"
#include "domain/core/log.hpp"
#include "domain/core/retry_later.hpp"
#include "domain/storage/failures.hpp"

namespace api {

using namespace domain;

namespace {

http::Response written(const nlohmann::json& body, int status)
{
    http::Response response{status};
    response.headers.push_back({"content-type", "application/problem+json"});
    response.headers.push_back({"cache-control", "no-store"});
    if (status == 503 || status == 429) response.headers.push_back({"retry-after", "2"});
    if (status == 401) response.headers.push_back({"www-authenticate", "Bearer"});
    response.body = body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    return response;
}

Refused busy()
{
    return {Refusal::busy,
            {"Le service est momentanément saturé : réessayez dans quelques secondes.",
             "The service is busy: try again in a few seconds."}};
}

/// The transport's, and the same whatever it was about.
Refused too_many_at_once()
{
    return {Refusal::too_many_requests,
            {"Plusieurs de vos demandes de cette sorte sont encore en cours : attendez leurs "
             "réponses, puis réessayez.",
             "Several of your requests of this kind are still being worked on: wait for their "
             "answers, then try again."}};
}

Refused storage_full()
{
    return {Refusal::storage_full,
            {"Le stockage du service est plein : rien de cette requête n'a été gardé. Réessayez "
             "plus tard, quand l'exploitant aura fait de la place ; la lecture reste possible.",
             "The service's storage is full: nothing of this request was kept. Try again later, "
             "once the operator has made room; reading still works."}};
}

Refused unavailable()
{
    return {Refusal::unavailable,
            {"Le service est momentanément indisponible, rien de cette requête n'a été gardé : "
             "réessayez dans quelques secondes.",
             "The service is unavailable for a moment, nothing of this request was kept: try "
             "again in a few seconds."}};
}

Refused outcome_unknown()
{
    return {Refusal::unavailable,
            {"Le service s'est interrompu au moment d'enregistrer. Renvoyez la même demande, sous "
             "la même clé, dans quelques secondes : rien ne sera fait deux fois.",
             "The service was interrupted while saving. Send the same request, under the same key, "
             "again in a few seconds: nothing will be done twice."}};
}

/// What the transport refused, in words.
Refused refusal_of(http::Trouble trouble)
{
    switch (trouble) {
    case http::Trouble::not_found: return not_found();
    case http::Trouble::method_not_allowed:
        return {Refusal::method_not_allowed,
                {"Cette adresse ne s'utilise pas de cette façon : revenez d'où vous venez.",
                 "This address is not used that way: go back to where you came from."}};
    case http::Trouble::too_large:
        return {Refusal::too_large,
                {"Le corps de la requête est trop grand.", "The request's body is too large."}};
    case http::Trouble::headers_too_large:
        return {Refusal::headers_too_large,
                {"Les en-têtes sont trop grands.", "The headers are too large."}};
    case http::Trouble::too_many: return too_many_at_once();
    case http::Trouble::busy: return busy();
    case http::Trouble::failed:
    case http::Trouble::too_slow:
    case http::Trouble::malformed: break;
    }
    return {Refusal::malformed_request,
            {"La requête n'est pas lisible.", "The request is not readable."}};
}

} // namespace

http::Response problem(const Refused& refused, Language language, const std::string& request_id)
{
    const auto name = std::string(code(refused.why()));
    nlohmann::json body = {{"type", "/problems/" + name},
                           {"title", name},
                           {"status", status(refused.why())},
                           {"detail", refused.detail().in(language)}};
    if (!request_id.empty()) body["request_id"] = request_id;
    for (const auto& field : refused.fields()) {
        body["errors"].push_back({{"field", field.field}, {"detail", field.message.in(language)}});
    }
    if (const auto* needed = dynamic_cast<const access::CodeNeeded*>(&refused))
        body["ticket"] = needed->ticket();
    auto response = written(body, status(refused.why()));
    if (const auto* later = dynamic_cast<const RetryLater*>(&refused)) {
        std::erase_if(response.headers, [](const auto& one) { return one.name == "retry-after"; });
        response.headers.push_back({"retry-after", std::to_string(later->wait().count())});
    }
    if (dynamic_cast<const UnknownCoding*>(&refused) != nullptr) {
        response.headers.push_back({"accept-encoding", "identity"});
    }
    return response;
}

http::Response failure(const std::exception_ptr& thrown, Language language,
                       const std::string& request_id)
{
    const auto report = [&](const char* event, const std::string& cause) {
        log(Level::error, event, {{"request_id", request_id}, {"cause", cause}});
    };
    try {
        std::rethrow_exception(thrown);
    } catch (const Refused& refused) {
        return problem(refused, language, request_id);
    } catch (const storage::ConstraintViolated& violation) {
        report("constraint_violated", violation.what());
    } catch (const storage::LostRace& race) {
        report("race_lost_for_good", race.what());
        return problem(busy(), language, request_id);
    } catch (const storage::Disconnected& gone) {
        report("database_unreachable", gone.what());
        return problem(unavailable(), language, request_id);
    } catch (const storage::Overloaded& slow) {
        report("database_overloaded", slow.what());
        return problem(busy(), language, request_id);
    } catch (const storage::StorageFull& full) {
        report("database_full", full.what());
        return problem(storage_full(), language, request_id);
    } catch (const storage::CommitUnknown& unknown) {
        report("commit_unknown", unknown.what());
        return problem(outcome_unknown(), language, request_id);
    } catch (const std::exception& failure) {
        report("failed", failure.what());
    } catch (...) {
        report("failed", "not a std::exception");
    }
    const Say detail = {
        "Une erreur est survenue chez nous ; donnez au support le numéro de cette requête.",
        "Something failed on our side; give support the number of this request."};
    return written({{"type", "/problems/internal_error"},
                    {"title", "internal_error"},
                    {"status", 500},
                    {"detail", detail.in(language)},
                    {"request_id", request_id}},
                   500);
}

http::Response problem(http::Trouble trouble, const http::Request* request)
{
    const auto language = request != nullptr ? language_of(*request) : Language::fr;
    const auto id = fresh_request_id();
    auto response = trouble == http::Trouble::failed
                        ? failure(std::make_exception_ptr(Bug("a handler threw")), language, id)
                        : problem(refusal_of(trouble), language, id);
    if (trouble == http::Trouble::too_slow) response.status = 408;
    response.headers.push_back({"x-request-id", id});
    protect(response);
    return response;
}

void complete(http::Response& response)
{
    response.headers.push_back({"x-request-id", fresh_request_id()});
    protect(response);
}

Language language_of(const http::Request& request)
{
    const auto wanted = request.header("accept-language").value_or("");
    const auto en = wanted.find("en");
    const auto fr = wanted.find("fr");
    return en != wanted.npos && en < fr ? Language::en : Language::fr;
}

} // namespace api
