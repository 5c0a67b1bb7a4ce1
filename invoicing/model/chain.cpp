#include "invoicing/model/chain.hpp"

#include "domain/core/crypto.hpp"
#include "domain/core/words.hpp"

namespace invoicing {

namespace {

constexpr domain::Word<Entry> words[] = {
    {Entry::invoice, "invoice"}, {Entry::file, "file"}, {Entry::duplicate, "duplicate"}};
constexpr domain::Words<Entry> entries(words);

/// Values one after the other as "LENGTH:VALUE\n", "-\n" for one that is not there: no other values
/// make the same text.
class Canonical {
public:
    explicit Canonical(std::string_view begun_with) : text_(begun_with)
    {
        constexpr std::size_t usual = 800;
        text_.reserve(usual);
    }

    Canonical& add(std::string_view value)
    {
        text_ += std::to_string(value.size());
        text_ += ':';
        text_ += value;
        text_ += '\n';
        return *this;
    }
    Canonical& add(std::int64_t value) { return add(std::string_view(std::to_string(value))); }
    Canonical& add(domain::Instant value) { return add(domain::micros(value)); }
    Canonical& add(const std::optional<std::string>& value)
    {
        if (value) return add(std::string_view(*value));
        text_ += "-\n";
        return *this;
    }
    Canonical& add(const std::string& value) { return add(std::string_view(value)); }

    std::string hash() const { return domain::sha256_hex(text_); }

private:
    std::string text_;
};

} // namespace

std::string_view name(Entry entry)
{
    return entries.name(entry);
}

std::string commitment_of(std::string_view salt, const Columns& row)
{
    return Canonical(salt)
        .add(row.id)
        .add(row.series)
        .add(row.year)
        .add(row.n)
        .add(row.number)
        .add(row.kind)
        .add(row.order_id)
        .add(row.occasion)
        .add(row.credits_id)
        .add(row.issuer_id)
        .add(row.buyer_id)
        .add(row.issued_at)
        .add(row.issue_day)
        .add(row.fiscal_year_end)
        .add(row.currency)
        .add(row.net_minor)
        .add(row.vat_minor)
        .add(row.gross_minor)
        .add(row.record_sha256)
        .add(row.xml_sha256)
        .hash();
}

std::string commitment_of(std::string_view salt, const FileColumns& row)
{
    return Canonical(salt).add(row.sha256).add(row.size).add(row.stored_at).hash();
}

std::string hash_of(const Link& link, std::string_view previous)
{
    return Canonical("")
        .add(link.version)
        .add(previous)
        .add(link.series)
        .add(link.position)
        .add(link.entry)
        .add(link.invoice_id)
        .add(link.year)
        .add(link.n)
        .add(link.number)
        .add(link.issued_at)
        .add(link.fiscal_year_end)
        .add(link.commitment)
        .hash();
}

} // namespace invoicing
