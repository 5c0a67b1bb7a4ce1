#include "domain/terms/terms.hpp"

#include "domain/core/crypto.hpp"
#include "domain/core/words.hpp"
#include "domain/terms/document_texts.hpp"
#include "domain/vault/sealed_row.hpp"

namespace domain::terms {

std::string_view name(Document document)
{
    switch (document) {
    case Document::terms: return "terms";
    case Document::invoicing_mandate: return "invoicing_mandate";
    case Document::privacy_notice: return "privacy_notice";
    case Document::mangopay_terms: return "mangopay_terms";
    }
    return "unknown";
}

std::optional<Document> parse_document(std::string_view text)
{
    return named<Document>(text);
}

Text current_text(const Platform& platform, Document document, Language language)
{
    auto text = platform::filled(platform.texts.at(path_of(document, language)),
                                 values_for(platform, document));
    auto hash = sha256_hex(text);
    return {document, version_of(platform, document), language, std::move(text), std::move(hash)};
}

Acceptance accept(Transaction& tx, const AccountId& account, const Text& text,
                  const accounts::ConnectionOrigin& from, std::optional<Instant> anew_since)
{
    const auto earlier = acceptance_of(tx, account, text.document);
    const bool is_same =
        earlier && earlier->version == text.version && earlier->text_sha256 == text.sha256;
    if (is_same && (!anew_since || earlier->accepted_at >= *anew_since)) return *earlier;
    const auto id = AcceptanceId::fresh(tx.now);
    const vault::SealedRow part(tx, "terms_acceptances", Category::connection, account.text(),
                                id.text());
    tx.run(R"(
        INSERT INTO terms_acceptances (id, account_id, document, version, language, text_sha256,
                                       accepted_at, address, user_agent)
        VALUES (:id, :account, :document, :version, :language, :sha256, :at, :address, :agent))",
           id, account, name(text.document), text.version, name(text.language), text.sha256, tx.now,
           part.sealed("address", from.address).value_or(""),
           part.sealed("user_agent", from.user_agent).value_or(""));
    return {id.text(),    std::string(name(text.document)),
            text.version, std::string(name(text.language)),
            text.sha256,  tx.now};
}

std::optional<Acceptance> acceptance_of(Transaction& tx, const AccountId& account,
                                        Document document)
{
    return tx.maybe<Acceptance>(R"(
        SELECT id, document, version, language, text_sha256, accepted_at
          FROM terms_acceptances
         WHERE account_id = :account AND document = :document
         ORDER BY accepted_at DESC, id DESC
         LIMIT 1)",
                                account, name(document));
}

std::vector<Acceptance> acceptances_of(Transaction& tx, const AccountId& account)
{
    return tx.all<Acceptance>(R"(
        SELECT id, document, version, language, text_sha256, accepted_at
          FROM terms_acceptances
         WHERE account_id = :account
         ORDER BY accepted_at, id
         LIMIT 200)",
                              account);
}

} // namespace domain::terms
