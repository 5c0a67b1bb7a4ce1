#include <dlfcn.h>
#include <gtest/gtest.h>
#include <sodium.h>

#include <vector>

#include "domain/core/crypto.hpp"

namespace {

/// Bytes that libsodium was asked to fill beside verifying a hash, each as memory times passes.
std::vector<std::size_t>& filled()
{
    static std::vector<std::size_t> bytes;
    return bytes;
}

} // namespace

/// Stands before libsodium's own, which verifies hashes without calling it: what is counted here
/// is what our code spends on top, whatever else the machine is doing.
extern "C" int crypto_pwhash(unsigned char* out, unsigned long long length, const char* password,
                             unsigned long long password_length, const unsigned char* salt,
                             unsigned long long passes, std::size_t memory, int algorithm)
{
    filled().push_back(memory * passes);
    static const auto of_libsodium =
        reinterpret_cast<decltype(&crypto_pwhash)>(dlsym(RTLD_NEXT, "crypto_pwhash"));
    return of_libsodium(out, length, password, password_length, salt, passes, memory, algorithm);
}

namespace {

using namespace domain;

TEST(Passwords, MatchOnlyThemselves)
{
    const auto hash = password_hash("correct horse battery staple");

    EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
    EXPECT_TRUE(password_matches(hash, "correct horse battery staple"));
    EXPECT_FALSE(password_matches(hash, "correct horse battery stapler"));
    EXPECT_FALSE(is_outdated(hash));
}

/// A hash says what verifying it costs; what it costs less than one of today is spent on top, so
/// that the time of an answer does not tell who has not signed in for years.
TEST(Passwords, OfFormerParametersMatchAndCostWhatThoseOfTodayDo)
{
    const std::string phrase = "correct horse battery staple";
    const std::string former = "$argon2id$v=19$m=8192,t=1,p=1$gahW4+/kb41+VZMC9ox3bg$"
                               "sxyo8yNYGj0omEv/hq88msgzb7kSaFyROxmLrsPzwVY";
    const std::size_t today = 19456UL * 1024 * 2;
    const std::size_t then = 8192UL * 1024 * 1;
    EXPECT_TRUE(is_outdated(former));

    for (const std::string& attempt : {phrase, std::string("wrong")}) {
        filled().clear();
        EXPECT_EQ(password_matches(former, attempt), attempt == phrase);
        EXPECT_EQ(filled(), std::vector{today - then});

        filled().clear();
        EXPECT_FALSE(password_matches(password_hash("another phrase"), attempt));
        EXPECT_TRUE(filled().empty());
    }
}

} // namespace
