// Which routes make a sensitive change: every one that could is in the table, or is said here to be
// none, with the reason.

#include <gmock/gmock.h>

#include <map>
#include <set>

#include "domain/access/sensitive_change.hpp"
#include "tests/authorization/schema.hpp"
#include "tests/support/marketplace.hpp"

namespace tests {

namespace {

using domain::access::SensitiveChange;
using ::testing::IsEmpty;

/// What changes an account, or proves one, and hands nobody money, name or access.
const std::map<std::string, std::string, std::less<>> ordinary = {
    {"sign_up", "there is no owner yet"},
    {"verify_email", "the password of the sign-up proves it"},
    {"open_session", "signing in is the proof"},
    {"end_session", "takes access away"},
    {"end_one_session", "takes access away"},
    {"end_all_sessions", "takes access away"},
    {"request_password_reset", "mails a link to the owner, whoever asks"},
    {"mail_proof_code", "mails a code to the owner, whoever asks"},
    {"confirm_second_factor", "the second step of start_second_factor, with the secret it gave"},
    {"revoke_own_archive_key", "takes access away"},
    {"revoke_archive_key", "takes access away"},
    {"write_mail_preferences", "mail about sensitive changes cannot be switched off"},
    {"unsubscribe", "mail about sensitive changes cannot be switched off"},
    {"refuse_proposal", "of the company, by its link; it stops something"},
    {"list_closed_account_documents", "the link, a number and a name prove whose they are"},
    {"download_closed_account_document", "the link, a number and a name prove whose they are"},
    {"download_closed_account_xml", "the link, a number and a name prove whose they are"},
    {"open_closed_account_documents", "the link, a number and a name prove whose they are"},
    {"close_document_link", "takes access away"},
    {"accept_terms", "binds the owner to what is in force for everybody"},
    {"verify_identity", "Mangopay asks for the documents"},
    {"put_my_page", "what the public sees, and its owner undoes"},
    {"put_photo", "what the public sees, and its owner undoes"},
    {"add_picture", "what the public sees, and its owner undoes"},
    {"remove_picture", "what the public sees, and its owner undoes"},
};

bool concerns_an_account(const api::Route& route)
{
    using api::Who;
    const bool is_own = route.pattern.starts_with("/v1/me");
    return route.method != "GET" &&
           (is_own || route.who == Who::anyone || route.who == Who::signed_in ||
            route.pattern.find("archive-keys") != route.pattern.npos);
}

TEST(SensitiveRoutes, AreMarkedOrSaidToBeNone)
{
    std::set<std::string> unknown;
    std::set<std::string> spare;
    for (const auto& [operation, reason] : ordinary)
        spare.insert(operation);
    for (const auto& route : api::routes()) {
        if (route.dress == api::Dress::page) continue; // what it performs is looked at
        const std::string operation(route.operation);
        const bool is_ordinary = spare.erase(operation) > 0;
        EXPECT_FALSE(is_ordinary && route.sensitive) << operation << " is both";
        if (concerns_an_account(route) && !is_ordinary && !route.sensitive)
            unknown.insert(operation);
    }
    EXPECT_THAT(unknown, IsEmpty()) << "sensitive, or ordinary for a reason?";
    EXPECT_THAT(spare, IsEmpty()) << "no such routes";
}

TEST(SensitiveRoutes, AreThereForEveryRowAndRunWhereAPasswordMayBeSlow)
{
    std::set<SensitiveChange> made;
    for (const auto& route : api::routes()) {
        if (!route.sensitive) continue;
        made.insert(*route.sensitive);
        EXPECT_NE(route.place, api::http::Place::http_thread) << route.operation;
        EXPECT_NE(route.method, "GET") << route.operation;
    }
    for (const auto& row : domain::access::sensitive_changes())
        EXPECT_TRUE(made.contains(row.change)) << name(row.change) << " has no route";
}

TEST(SensitiveRoutes, HaveARowEachWithAMailOfItsOwn)
{
    std::set<domain::mail::Template> mails;
    std::set<domain::access::ConnectionEvent> events;
    for (const auto change : domain::values_of<SensitiveChange>()) {
        const auto& row = domain::access::row_of(change);
        EXPECT_TRUE(mails.insert(row.mail).second) << row.name;
        EXPECT_TRUE(events.insert(row.event).second) << row.name;
        EXPECT_EQ(kind_of(row.mail), domain::mail::MailKind::service) << "cannot be switched off";
    }
}

/// Whoever programs against a route is told which proof it wants, and finds the fields for it.
TEST(SensitiveRoutes, SayInTheDescriptionWhatTheyWant)
{
    const auto policy = domain::policy::Policy::parse(embedded("ops/policies/retouche/policy.json"),
                                                      embedded("ops/policies/floors.json"));
    const auto document = json::parse(ops::description(policy).json);
    const Schemas schemas{document};
    for (const auto& route : api::routes()) {
        if (!route.sensitive || route.takes != api::Takes::json) continue;
        std::string method(route.method);
        std::transform(method.begin(), method.end(), method.begin(), ::tolower);
        const auto& operation =
            document.at("paths").at(api::openapi::templated(route.pattern)).at(method);
        const auto evidence = domain::access::row_of(*route.sensitive).evidence;
        EXPECT_EQ(operation.value("x-proof", ""), name(evidence)) << route.operation;
        const auto& body = schemas.resolved(
            operation.at("requestBody").at("content").begin().value().at("schema"));
        const auto& fields = body.at("properties");
        using domain::access::Evidence;
        if (evidence == Evidence::password) {
            const bool may_have_code = route.operation != "start_second_factor"; // none yet
            EXPECT_EQ(fields.contains("code"), may_have_code) << route.operation;
            EXPECT_TRUE(fields.contains("password") || fields.contains("current_password"));
        } else {
            const auto* field = evidence == Evidence::mailed_code ? "proof" : "token";
            EXPECT_TRUE(fields.contains(field)) << route.operation;
        }
    }
}

} // namespace

} // namespace tests
