#include <gtest/gtest.h>

#include <cstdlib>
#include <random>

#include "tests/http/hostile.hpp"
#include "tests/http/transcript.hpp"

namespace tests::http {
namespace {

/// Requests, good and bad, then a few random edits: what a fuzzer would find in its first
/// minutes, but the same every time. FUZZ_SEED and FUZZ_ROUNDS take it elsewhere.
class Mutations {
public:
    explicit Mutations(unsigned long seed) : random_(seed)
    {
        for (auto& hostile : hostile_requests())
            corpus_.push_back(std::move(hostile.bytes));
        corpus_.emplace_back("GET /a?b=c%20d HTTP/1.1\r\nHost: h\r\n\r\nGET / HTTP/1.0\r\n\r\n");
        corpus_.emplace_back("POST /b HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\n0123456789");
        corpus_.emplace_back("POST /c HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
                             "5;x=y\r\nabcde\r\nA\r\n0123456789\r\n0\r\nT: u\r\n\r\n");
    }

    std::string next()
    {
        std::string bytes = corpus_[below(corpus_.size())];
        if (below(3) == 0) bytes += corpus_[below(corpus_.size())];
        for (std::size_t edits = below(5); edits > 0; --edits)
            edit(bytes);
        return bytes;
    }

    std::vector<std::size_t> cuts()
    {
        std::vector<std::size_t> sizes(1 + below(6));
        for (std::size_t& size : sizes)
            size = 1 + below(below(4) == 0 ? 5000 : 20);
        return sizes;
    }

private:
    std::size_t below(std::size_t limit) { return random_() % limit; }

    void edit(std::string& bytes)
    {
        static const std::string spice("\r\n\n\r :;,%\0\t0fF-+/?&=", 21);
        const std::size_t at = below(bytes.size() + 1);
        switch (below(5)) {
        case 0: bytes.insert(at, 1, static_cast<char>(below(256))); break;
        case 1: bytes.insert(at, 1, spice[below(spice.size())]); break;
        case 2: bytes.erase(at, 1 + below(8)); break;
        case 3: bytes.insert(at, bytes.substr(below(bytes.size() + 1), below(40))); break;
        default:
            if (at < bytes.size()) bytes[at] = spice[below(spice.size())];
        }
    }

    std::minstd_rand random_;
    std::vector<std::string> corpus_;
};

unsigned long from_environment(const char* name, unsigned long otherwise)
{
    const char* text = std::getenv(name);
    return text == nullptr ? otherwise : std::stoul(text);
}

/// A head with two faults is refused for whichever is seen first, which depends on the cuts.
std::string with_one_refusal(std::string told)
{
    const std::size_t found = told.find("refused 431");
    return found == std::string::npos ? told : told.replace(found, 11, "refused 400");
}

TEST(ParserFuzz, CutsNeverChangeWhatIsUnderstood)
{
    const unsigned long seed = from_environment("FUZZ_SEED", 9112);
    const unsigned long rounds = from_environment("FUZZ_ROUNDS", 20'000);
    Mutations mutations(seed);
    unsigned long accepted = 0;
    for (unsigned long round = 0; round < rounds; ++round) {
        const std::string bytes = mutations.next();
        const std::string whole = transcript(bytes, {});
        ASSERT_EQ(with_one_refusal(transcript(bytes, mutations.cuts())), with_one_refusal(whole))
            << "seed " << seed << " round " << round;
        accepted += whole.starts_with("refused") ? 0 : 1;
    }
    // The edits leave enough requests readable for the comparison to mean something.
    EXPECT_GT(accepted, rounds / 20) << "seed " << seed;
}

} // namespace
} // namespace tests::http
