#include "domain/accounts/user_agent.hpp"

#include <array>
#include <string>

namespace domain::accounts {

namespace {

struct Sign {
    std::string_view part; // of the header
    std::string_view name;
};

// The first that is found: most browsers also claim to be others, which follow.
constexpr std::array browsers = {Sign{"Edg", "Edge"},
                                 Sign{"OPR/", "Opera"},
                                 Sign{"SamsungBrowser", "Samsung Internet"},
                                 Sign{"Firefox", "Firefox"},
                                 Sign{"FxiOS", "Firefox"},
                                 Sign{"CriOS", "Chrome"},
                                 Sign{"Chrome", "Chrome"},
                                 Sign{"Safari", "Safari"},
                                 Sign{"curl/", "curl"}};
constexpr std::array systems = {Sign{"Android", "Android"}, Sign{"iPhone", "iOS"},
                                Sign{"iPad", "iPadOS"},     Sign{"Windows", "Windows"},
                                Sign{"Mac OS X", "macOS"},  Sign{"CrOS", "ChromeOS"},
                                Sign{"Linux", "Linux"}};

std::string_view found_in(std::string_view user_agent, const auto& signs)
{
    for (const auto& sign : signs) {
        if (user_agent.find(sign.part) != std::string_view::npos) return sign.name;
    }
    return {};
}

} // namespace

Say in_words(std::string_view user_agent)
{
    const std::string browser(found_in(user_agent, browsers));
    const std::string system(found_in(user_agent, systems));
    Say said = {browser, browser};
    if (browser.empty())
        said = {"un programme que nous ne reconnaissons pas", "a program we do not recognise"};
    if (system.empty()) return said;
    return {said.fr + " sous " + system, said.en + " on " + system};
}

} // namespace domain::accounts
