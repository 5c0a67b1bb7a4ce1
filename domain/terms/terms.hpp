#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/accounts/account.hpp"
#include "domain/accounts/origin.hpp"
#include "domain/platform/platform.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::terms {

/// The texts people accept or are shown.
enum class Document { terms, invoicing_mandate, privacy_notice, mangopay_terms };
std::string_view name(Document document);
std::optional<Document> parse_document(std::string_view text);

/// One of them as it stands today.
struct Text {
    Document document = Document::terms;
    std::string version;
    Language language = Language::fr;
    std::string text;
    std::string sha256; // of `text`
};

/// The current text, with the operator's names filled in.
Text current_text(const Platform& platform, Document document, Language language);

/// Who accepted which text when: append-only evidence.
struct Acceptance {
    std::string id, document, version, language, text_sha256;
    Instant accepted_at;
    auto fields() { return std::tie(id, document, version, language, text_sha256, accepted_at); }
};

/// Records that the account accepts `text`; the same version again changes nothing, unless what
/// was accepted before `anew_since` counts no more.
Acceptance accept(Transaction& tx, const AccountId& account, const Text& text,
                  const accounts::ConnectionOrigin& from, std::optional<Instant> anew_since = {});

/// The latest acceptance of `document`, whatever its version.
std::optional<Acceptance> acceptance_of(Transaction& tx, const AccountId& account,
                                        Document document);
std::vector<Acceptance> acceptances_of(Transaction& tx, const AccountId& account);

} // namespace domain::terms
