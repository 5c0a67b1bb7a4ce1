#include "domain/access/password.hpp"

#include <zxcvbn.h>

#include "domain/core/text.hpp"

namespace domain::access {

namespace {

constexpr std::size_t length_min = 12;
constexpr std::size_t bytes_max = 1024;
// Above zxcvbn's best mark (10^10 guesses, 33 bits); attempts are few (attempts.hpp).
constexpr double bits_min = 36;
// What follows is not looked at: its cost grows with the square of the length.
constexpr std::size_t judged_max = 100;

} // namespace

std::optional<Say> weakness_of(std::string_view password, const std::vector<std::string>& context)
{
    const bool readable = is_utf8(password) && password.find('\0') == std::string_view::npos;
    if (!readable || password.size() > bytes_max) {
        return Say{"Le mot de passe est trop long, ou contient un caractère nul.",
                   "The password is too long, or has a null character."};
    }
    if (length_of(password) < length_min) {
        return Say{"Le mot de passe doit avoir au moins 12 caractères.",
                   "The password must have at least 12 characters."};
    }
    std::vector<const char*> words;
    words.reserve(context.size() + 2);
    for (const auto& word : context)
        words.push_back(word.c_str());
    words.push_back("entremise");
    words.push_back(nullptr);
    const std::string judged(password.substr(0, judged_max));
    if (ZxcvbnMatch(judged.c_str(), words.data(), nullptr) < bits_min) {
        return Say{"Ce mot de passe se devine trop facilement : prenez-en un plus long, ou "
                   "plusieurs mots sans rapport.",
                   "This password is too easy to guess: take a longer one, or several unrelated "
                   "words."};
    }
    return {};
}

} // namespace domain::access
