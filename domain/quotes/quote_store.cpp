#include "domain/quotes/quote_store.hpp"

#include "domain/core/check.hpp"
#include "domain/core/refused.hpp"
#include "domain/core/stored.hpp"
#include "domain/vault/vault.hpp"

namespace domain::quotes {

namespace {

/// A row exactly as the database spells it; to_quote() makes it trustworthy.
struct Row {
    std::string id, request, client, provider, state, currency;
    std::int64_t version = 0, net = 0, vat = 0, gross = 0;
    Instant sent_at{}, expires_at{};
    std::string text_sha256;
    auto fields()
    {
        return std::tie(id, request, client, provider, state, currency, version, net, vat, gross,
                        sent_at, expires_at, text_sha256);
    }
};

Quote to_quote(const Row& row)
{
    const auto currency = stored(parse_currency(row.currency));
    return {.id = stored(QuoteId::parse(row.id)),
            .request = stored(RequestId::parse(row.request)),
            .client = stored(AccountId::parse(row.client)),
            .provider = stored(AccountId::parse(row.provider)),
            .state = stored(lifecycle.states.parse(row.state)),
            .version = row.version,
            .net = {row.net, currency},
            .vat = {row.vat, currency},
            .gross = {row.gross, currency},
            .sent_at = row.sent_at,
            .expires_at = row.expires_at,
            .text_sha256 = row.text_sha256};
}

/// The quotes that `choice` names (what follows FROM), with the digest of their newest version.
template <typename... Args>
std::vector<Quote> matching(Transaction& tx, std::string_view choice, const Args&... args)
{
    const auto sql = std::string(R"(
        SELECT q.id, q.request_id, q.client_id, q.provider_id, q.state, q.currency, q.version,
               q.net_minor, q.vat_minor, q.gross_minor, q.sent_at, q.expires_at,
               COALESCE((SELECT v.text_sha256 FROM quote_versions v
                          WHERE v.quote_id = q.id AND v.version = q.version), '')
          FROM )")
                         .append(choice);
    const auto rows = tx.all<Row>(sql, args...);
    std::vector<Quote> quotes;
    quotes.reserve(rows.size());
    for (const auto& row : rows)
        quotes.push_back(to_quote(row));
    return quotes;
}

std::string version_id(const QuoteId& id, std::int64_t version)
{
    return id.text() + "." + std::to_string(version);
}

constexpr std::string_view content_column = "quote_versions.content";

} // namespace

void insert(Transaction& tx, const Quote& quote)
{
    const auto inserted =
        tx.run(R"(
        INSERT INTO quotes (id, request_id, client_id, provider_id, state, version, currency,
                            net_minor, vat_minor, gross_minor, sent_at, expires_at)
        VALUES (:id, :request, :client, :provider, :state, :version, :currency,
                :net, :vat, :gross, :sent_at, :expires_at)
        ON CONFLICT DO NOTHING)",
               quote.id, quote.request, quote.client, quote.provider, name(quote.state),
               quote.version, code(quote.gross.currency()), quote.net.minor(), quote.vat.minor(),
               quote.gross.minor(), quote.sent_at, quote.expires_at);
    check(inserted == 1, "a provider has one open answer to a request, under the request's lock");
}

void update(Transaction& tx, const Quote& quote)
{
    const std::optional<Instant> closed =
        lifecycle.is_final(quote.state) ? std::optional(tx.now) : std::nullopt;
    tx.run(R"(
        UPDATE quotes
           SET state = :state, version = :version, net_minor = :net, vat_minor = :vat,
               gross_minor = :gross, sent_at = :sent_at, expires_at = :expires_at,
               closed_at = :closed_at
         WHERE id = :id)",
           name(quote.state), quote.version, quote.net.minor(), quote.vat.minor(),
           quote.gross.minor(), quote.sent_at, quote.expires_at, closed, quote.id);
}

Quote find(Transaction& tx, const QuoteId& id)
{
    const auto found = matching(tx, "quotes q WHERE q.id = :id", id);
    if (found.empty()) throw not_found();
    return found.front();
}

Quote lock(Transaction& tx, const QuoteId& id)
{
    const auto held = tx.maybe<std::string>("SELECT id FROM quotes WHERE id = :id FOR UPDATE", id);
    if (!held) throw not_found();
    return find(tx, id);
}

std::optional<Quote> find_living(Transaction& tx, const RequestId& request,
                                 const AccountId& provider)
{
    const auto found = matching(
        tx,
        "quotes q WHERE q.request_id = :request AND q.provider_id = :provider AND q.state = :sent",
        request, provider, storage::written<State::sent>);
    return found.empty() ? std::nullopt : std::optional(found.front());
}

bool has_living(Transaction& tx, const AccountId& provider)
{
    return tx
        .maybe<std::string>(R"(
        SELECT id FROM quotes WHERE provider_id = :provider AND state = :sent LIMIT 1)",
                            provider, storage::written<State::sent>)
        .has_value();
}

std::vector<Quote> of_request(Transaction& tx, const RequestId& request)
{
    return matching(tx, "quotes q WHERE q.request_id = :request ORDER BY q.id", request);
}

std::vector<Quote> lock_living(Transaction& tx, const RequestId& request)
{
    tx.all<std::string>(R"(
        SELECT id FROM quotes WHERE request_id = :request AND state = :sent ORDER BY id
           FOR UPDATE)",
                        request, storage::written<State::sent>);
    auto quotes = of_request(tx, request);
    std::erase_if(quotes, [](const Quote& quote) { return quote.state != State::sent; });
    return quotes;
}

std::vector<Quote> page_for(Transaction& tx, const AccountId& account, std::string_view after,
                            int most)
{
    return matching(tx, R"((SELECT id FROM (SELECT id FROM quotes
                                 WHERE client_id = :me AND (:after = '' OR id < :after)
                                 ORDER BY id DESC LIMIT :most) sent_to
                UNION ALL
                SELECT id FROM (SELECT id FROM quotes
                                 WHERE provider_id = :me AND (:after = '' OR id < :after)
                                 ORDER BY id DESC LIMIT :most) sent_by) mine
          JOIN quotes q ON q.id = mine.id
         ORDER BY q.id DESC
         LIMIT :most)",
                    account, after, most);
}

std::vector<QuoteId> overdue(Transaction& tx, int most)
{
    return tx.all<QuoteId>(R"(
        SELECT id FROM quotes
         WHERE state = :sent AND expires_at <= :now
         ORDER BY expires_at
         LIMIT :most)",
                           storage::written<State::sent>, tx.now, most);
}

std::int64_t count_living(Transaction& tx, const RequestId& request)
{
    return tx.one<std::int64_t>(
        "SELECT COUNT(*) FROM quotes WHERE request_id = :request AND state = :sent", request,
        storage::written<State::sent>);
}

void append_version(Transaction& tx, const Quote& quote, std::string_view text)
{
    const auto id = version_id(quote.id, quote.version);
    tx.run(R"(
        INSERT INTO quote_versions (id, quote_id, version, content, text_sha256, sent_at)
        VALUES (:id, :quote, :version, :content, :sha256, :at))",
           id, quote.id, quote.version,
           tx.vault.seal(quote.provider.text(), Category::message, {content_column, id}, text),
           quote.text_sha256, tx.now);
}

std::optional<std::string> text_at(Transaction& tx, const QuoteId& id, std::int64_t version)
{
    const auto sealed = tx.maybe<std::string>(
        "SELECT content FROM quote_versions WHERE quote_id = :id AND version = :version", id,
        version);
    if (!sealed) return {};
    return tx.vault.open({content_column, version_id(id, version)}, *sealed);
}

std::vector<Version> versions_of(Transaction& tx, const QuoteId& id)
{
    return tx.all<Version>(R"(
        SELECT version, text_sha256, sent_at
          FROM quote_versions
         WHERE quote_id = :id
         ORDER BY version)",
                           id);
}

} // namespace domain::quotes
