#include "api/site/market/disclosure.hpp"

#include "domain/moderation/disclosure.hpp"

namespace api::site::market {

using namespace domain;

void DisclosureView::shown(frame::Dictionary& into) const
{
    const auto disclosed = moderation::disclosure();
    into.when("CHECKED", disclosed.are_checked);
    into.say("CHECKS", disclosed.checks);
    into.when("UNREWARDED", disclosed.consideration == "none");
    into.when("UNCHANGED", !disclosed.can_be_modified);
    std::vector<std::string> grounds;
    grounds.reserve(std::size(disclosed.grounds));
    for (const auto ground : disclosed.grounds)
        grounds.push_back(moderation::described(ground).in(into.language()));
    into.each_text("GROUNDS", grounds);
}

} // namespace api::site::market
