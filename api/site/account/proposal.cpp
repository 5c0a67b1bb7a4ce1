#include "api/site/account/proposal.hpp"

#include "api/site/account/answers.hpp"
#include "api/site/frame/operation.hpp"
#include "api/site/frame/page.hpp"
#include "api/site/frame/spelled.hpp"

namespace api::site::account {

using namespace domain;

namespace {

struct ProposalView {
    static constexpr std::string_view html = "account/proposal.html";

    frame::Sentence title{}, state{};
    std::string subject{}, reason{};

    void shown(frame::Dictionary& into) const
    {
        into.sentence("TITLE", title);
        into.sentence("STATE", state);
        into.text("SUBJECT", subject);
        into.text("REASON", reason);
    }
};

Response show_proposal(App& app, const Request& request)
{
    const auto proposal = frame::read(app, request, "show_proposal");
    const auto day =
        frame::spelled(day_in_paris(moment_of(proposal.at("made_at"))), request.language);
    const ProposalView view{.title = {"account_proposal.title", {{"day", day}}},
                            .state = {"account_proposal.state_" + text_at(proposal, "state")},
                            .subject = text_at(proposal, "subject"),
                            .reason = text_at(proposal, "reason")};
    return frame::page(app, request, {.title = view.title}, view);
}

} // namespace

std::vector<frame::PageRoute> proposal_page()
{
    return {{"GET", "/staff/proposals/:id", "proposal_page", Who::staff, show_proposal}};
}

} // namespace api::site::account
