#include <atomic>
#include <set>
#include <thread>

#include "tests/talk/talking.hpp"

namespace tests {

namespace {

constexpr int senders = 8;
constexpr int messages_each = 100;

struct Sent {
    std::int64_t seq = 0;
    domain::Instant sent_at;
    auto fields() { return std::tie(seq, sent_at); }
};

/// Eight senders at once, each repeating every third message as a client does that lost the
/// answer: numbers 1 to N, none lost, none twice.
TEST_F(Talking, ManyVoicesAtOnceMakeOneSequence)
{
    const auto events_before = count("events");
    std::atomic<int> broken = 0;
    std::vector<std::thread> voices;
    for (int voice = 0; voice < senders; ++voice) {
        voices.emplace_back([&, voice] {
            const auto& author = voice % 2 == 0 ? ana : ben;
            for (int i = 0; i < messages_each; ++i) {
                const auto text = std::to_string(voice) + "/" + std::to_string(i);
                const auto sent = say(author, text, "voice-" + text);
                const auto again = i % 3 == 0 ? say(author, text, "voice-" + text) : sent;
                broken += static_cast<int>(sent.status != 201 || again.body != sent.body);
            }
        });
    }
    for (auto& voice : voices)
        voice.join();

    EXPECT_EQ(broken, 0);
    constexpr std::size_t total = senders * messages_each;
    const auto rows = db.read([](domain::Transaction& tx) {
        return tx.all<Sent>("SELECT seq, sent_at FROM messages ORDER BY seq");
    });
    ASSERT_EQ(rows.size(), total);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        ASSERT_EQ(rows[i].seq, static_cast<std::int64_t>(i) + 1);
        ASSERT_TRUE(i == 0 || rows[i - 1].sent_at <= rows[i].sent_at);
    }
    EXPECT_EQ(get(path, ana.bearer).body["last_seq"], total);
    EXPECT_EQ(count("events") - events_before, static_cast<std::int64_t>(total));
    const auto texts = texts_for(ben);
    EXPECT_EQ(texts.size(), total);
    EXPECT_EQ(std::set<json>(texts.begin(), texts.end()).size(), total);
}

/// The same message by eight impatient repetitions at once is one message.
TEST_F(Talking, EightRepetitionsAtOnceAreOneMessage)
{
    std::atomic<int> accepted = 0;
    std::vector<std::thread> clicks;
    for (int i = 0; i < senders; ++i) {
        clicks.emplace_back([&] {
            const auto sent = say(ana, "Bonjour ?", "the-same-key");
            accepted += static_cast<int>(sent.status == 201 && sent.body["seq"] == 1);
        });
    }
    for (auto& click : clicks)
        click.join();

    EXPECT_EQ(accepted, senders);
    EXPECT_EQ(count("messages"), 1);
    EXPECT_EQ(get(path, ana.bearer).body["last_seq"], 1);
}

} // namespace

} // namespace tests
