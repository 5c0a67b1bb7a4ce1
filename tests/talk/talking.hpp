#pragma once

#include <string>

#include "domain/conversations/conversations.hpp"
#include "tests/support/people.hpp"

namespace tests {

/// Ana has asked Ben for a quote, so they may talk; Eve and Carl have nothing to do with it.
class Talking : public Populated {
protected:
    Someone ana = given_a_client("Ana");
    Someone ben = given_a_provider("Ben");
    Someone eve = given_a_client("Eve");
    Someone carl = given_a_provider("Carl");
    domain::RequestId request = domain::RequestId::fresh(now);
    domain::ConversationId conversation = open(request, ana, ben);
    std::string path = "/v1/conversations/" + conversation.text();
    std::string messages = path + "/messages";

    domain::ConversationId open(const domain::RequestId& about, const Someone& client,
                                const Someone& provider)
    {
        return db.transaction([&](domain::Transaction& tx) {
            return domain::conversations::open(tx, about, client.id, provider.id);
        });
    }

    Answer say(const Someone& author, const std::string& text, const std::string& key = "")
    {
        return call("POST", messages, json{{"text", text}}.dump(),
                    {.bearer = author.bearer, .key = key});
    }

    /// The values of `field` through all pages of a list, in order.
    std::vector<json> paged(const std::string& target, const std::string& field,
                            const Someone& reader)
    {
        std::vector<json> seen;
        std::string cursor;
        do {
            const auto page = get(target + cursor, reader.bearer).body;
            for (const auto& item : page["items"])
                seen.push_back(item.contains(field) ? item[field] : json(nullptr));
            cursor = page["next"].is_null() ? "" : "&cursor=" + page["next"].get<std::string>();
        } while (!cursor.empty());
        return seen;
    }

    std::vector<json> texts_for(const Someone& reader)
    {
        return paged(messages + "?order=oldest_first&limit=100", "text", reader);
    }

    std::int64_t mails_waiting(const Someone& to)
    {
        return db.read([&](domain::Transaction& tx) {
            return tx.one<std::int64_t>(R"(
                SELECT COUNT(*)
                  FROM events
                 WHERE kind = 'mail_due' AND detail LIKE :to)",
                                        to.id.text() + " message_received %");
        });
    }
};

} // namespace tests
