#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

#include "api/http/message.hpp"
#include "domain/core/id.hpp"
#include "domain/core/refused.hpp"

namespace api {

/// What kind of account is asking. Staff, accountants and the privacy officer are accounts of
/// their own kind; an archive key is no account at all.
enum class ActorKind { member, staff, accountant, privacy_officer, archive_key };

/// Who is asking, established from a session or a key on this very request.
struct Actor {
    domain::AccountId account;
    ActorKind kind = ActorKind::member;
    bool is_client = false;
    bool is_provider = false;
    bool email_verified = false;
    bool second_factor = false; // this session has passed TOTP
    std::string session;        // the session's stored hash, "" for a key
    std::optional<domain::ArchiveKeyId> key{};
    domain::Language language = domain::Language::fr;
};

struct Request {
    const http::Request& raw;
    nlohmann::json body; // {} when there is none
    std::optional<Actor> actor;
    domain::Language language = domain::Language::fr;
    std::string id; // of this request, also in the answer and the log
};

/// Who is asking; the route's `who` has made sure that there is somebody.
const Actor& actor_of(const Request& request);

/// The typed id captured at `name` (":id"), or not_found.
template <typename Id>
Id path_id(const Request& request, std::string_view name)
{
    const auto id = Id::parse(request.raw.capture(name));
    if (!id) throw domain::not_found();
    return *id;
}

/// ?limit=1..100 (20) and ?cursor=…, as handed out in `next`.
struct Page {
    int limit = 20;
    int one_more() const { return limit + 1; } // rows to read, for cut()
    std::string after; // what the last row was sorted by; "" on the first page
};
Page page_of(const Request& request);

/// Cuts what was read with one row more than the page holds, and says where the next page begins:
/// nothing when that row was not there, so that no `next` leads to an empty page.
template <typename Row, typename CursorOf>
std::optional<std::string> cut(std::vector<Row>& found, const Page& page, CursorOf cursor_of)
{
    if (std::ssize(found) <= page.limit) return {};
    found.pop_back();
    return cursor_of(found.back());
}

/// {"items": [...], "next": cursor or null}. `next` is the sort value of the last item.
nlohmann::json page_view(nlohmann::json items, const std::optional<std::string>& next);

/// A query parameter, "" when absent; require_query() has made sure that it is there once at most.
std::string query_text(const Request& request, std::string_view name);

} // namespace api
