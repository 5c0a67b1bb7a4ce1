#include "domain/access/totp.hpp"

#include <liboath/oath.h>

#include <array>
#include <cstdlib>
#include <memory>

#include "domain/core/check.hpp"
#include "domain/core/crypto.hpp"

namespace domain::access {

namespace {

constexpr int step_seconds = OATH_TOTP_DEFAULT_TIME_STEP_SIZE;
constexpr unsigned digits = 6;
constexpr std::size_t secret_size = 20;

std::int64_t seconds(Instant now)
{
    return std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
}

std::string code_of_step(std::string_view secret, std::int64_t step)
{
    std::array<char, digits + 1> code{};
    const int done =
        oath_totp_generate(secret.data(), secret.size(), step * step_seconds, step_seconds,
                           OATH_TOTP_DEFAULT_START_TIME, digits, code.data());
    check(done == OATH_OK, "liboath makes a code of every secret");
    return code.data();
}

std::string percent_encoded(std::string_view text)
{
    std::string encoded;
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
        encoded += plain ? std::string(1, c) : "%" + to_hex(std::string_view(&c, 1));
    }
    return encoded;
}

} // namespace

std::string fresh_totp_secret()
{
    return random_bytes(secret_size);
}

std::string base32(std::string_view secret)
{
    char* text = nullptr;
    std::size_t length = 0;
    const int done = oath_base32_encode(secret.data(), secret.size(), &text, &length);
    check(done == OATH_OK, "liboath spells every secret");
    const std::unique_ptr<char, decltype(&std::free)> owned(text, &std::free);
    return {text, length};
}

std::string otpauth_uri(std::string_view issuer, std::string_view account, std::string_view secret)
{
    return "otpauth://totp/" + percent_encoded(issuer) + ":" + percent_encoded(account) +
           "?secret=" + base32(secret) + "&issuer=" + percent_encoded(issuer);
}

std::optional<std::int64_t> step_of(std::string_view secret, std::string_view code, Instant now)
{
    std::optional<std::int64_t> found;
    const auto current = seconds(now) / step_seconds;
    for (const auto step : {current - 1, current, current + 1}) {
        if (equal_in_constant_time(code_of_step(secret, step), code)) found = step;
    }
    return found;
}

std::string code_at(std::string_view secret, Instant now)
{
    return code_of_step(secret, seconds(now) / step_seconds);
}

} // namespace domain::access
