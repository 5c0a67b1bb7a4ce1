#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/core/id.hpp"
#include "domain/core/money.hpp"
#include "domain/core/words.hpp"
#include "domain/storage/transaction.hpp"
#include "invoicing/issuing/finding.hpp"

namespace invoicing::former_members {

/// What kinds of its own documents somebody who left still reads, in the order of lists.
enum class DocumentKind : std::uint8_t {
    invoice, // that it issued or received
};

inline constexpr domain::Word<DocumentKind> kind_words[] = {{DocumentKind::invoice, "invoice"}};
inline constexpr domain::Words document_kinds(kind_words);

/// A document as lists show it: no name in it.
struct OwnDocument {
    DocumentKind kind = DocumentKind::invoice;
    std::string id;     // of its kind: "inv_…"
    std::string number; // as it stands on it
    std::string day;    // of issue, ISO
    domain::Money gross = domain::eur(0);
};

/// In which form it is read.
enum class Form : std::uint8_t { pdf, xml };

inline constexpr domain::Word<Form> form_words[] = {{Form::pdf, "pdf"}, {Form::xml, "xml"}};
inline constexpr domain::Words forms(form_words);

/// The next documents of `account`, by kind, the newest of each first; `after` is the id of the
/// last one seen, "" at the beginning.
std::vector<OwnDocument> own_documents(domain::Transaction& tx, const domain::AccountId& account,
                                       const std::string& after, int limit);
bool has_documents(domain::Transaction& tx, const domain::AccountId& account);

/// not_found when `account` has none with this id.
OwnDocument own_document(domain::Transaction& tx, const domain::AccountId& account,
                         std::string_view id);

/// The one with this number, however it is spelled.
std::optional<OwnDocument> numbered(domain::Transaction& tx, const domain::AccountId& account,
                                    std::string_view number);

/// What `document` calls `account`.
std::vector<std::string> names_on(domain::Transaction& tx, const domain::AccountId& account,
                                  const OwnDocument& document, issuing::Findings& found);

/// Its bytes; what of it is damaged is added to `found`.
std::string bytes_of(domain::Transaction& tx, const OwnDocument& document, Form form,
                     issuing::Findings& found);

} // namespace invoicing::former_members
