// Whatever a mail leads to is a page: for whoever gets it, and for whoever is not signed in, the
// way to signing in. Mail programs and virus scanners that follow the link change nothing.

#include "domain/core/words.hpp"
#include "domain/mail/template.hpp"
#include "tests/authorization/world.hpp"
#include "tests/site/account_forms.hpp"

namespace tests {

namespace {

class MailLinks : public WithForms<World> {
protected:
    /// The address in a mail: with the id, or the token, that follows.
    std::string address_of(domain::mail::Template which)
    {
        static const std::map<std::string, std::string> kinds = {
            {"/requests/", "request"}, {"/quotes/", "quote"},
            {"/orders/", "order"},     {"/conversations/", "conversation"},
            {"/reviews/", "review"},   {"/staff/proposals/", "proposal"}};
        const std::string link(domain::mail::link_of(which));
        if (link.ends_with('=')) return link + std::string(43, 't');
        if (link == "/") return link;
        return link.ends_with('/') ? link + things.at(kinds.at(link)) : link;
    }
    static std::string without_fragment(const std::string& link)
    {
        return link.substr(0, link.find('#')); // which no browser sends
    }
    std::string reader_of(const std::string& link) const
    {
        return bearer_of(link.starts_with("/staff/") ? "sam" : "ana");
    }
};

TEST_F(MailLinks, LeadToAPage)
{
    for (const auto which : domain::values_of<domain::mail::Template>()) {
        const auto link = without_fragment(address_of(which));
        const auto answer = get(link, reader_of(link));
        const bool is_dead_token = link.ends_with('t') && answer.status == 410; // told at once
        EXPECT_TRUE(answer.status == 200 || is_dead_token)
            << domain::mail::name(which) << " -> " << link << ": " << answer.status;
        EXPECT_TRUE(answer.header("content-type").starts_with("text/html")) << link;
        const auto stranger = get(link);
        const bool is_led = stranger.status == 303 && leads_to(stranger).starts_with("/sign-in?");
        EXPECT_TRUE(stranger.status == 200 || is_led) << link << ": " << stranger.status;
    }
}

TEST_F(MailLinks, ChangeNothingByBeingFollowed)
{
    const auto before = rows_by_table();
    for (const auto which : domain::values_of<domain::mail::Template>()) {
        const auto link = without_fragment(address_of(which));
        get(link, reader_of(link));
        get(link);
        call("HEAD", link, "", {});
    }
    EXPECT_EQ(rows_by_table(), before);
}

} // namespace

} // namespace tests
