#include "invoicing/audit/fault.hpp"

namespace invoicing::audit {

namespace {

struct Line {
    Code code;
    std::string_view name, meaning;
};

constexpr Line lines[] = {
    {Code::version_unknown, "version_unknown",
     "the link is of a formula that this program does not know"},
    {Code::position_missing, "position_missing", "a link is missing before this one"},
    {Code::chain_broken, "chain_broken",
     "the link's hash does not follow from what it says and from the link before"},
    {Code::number_wrong, "number_wrong", "the link's number is not its series', year's and n's"},
    {Code::number_missing, "number_missing", "the number was never given, and later ones were"},
    {Code::number_twice, "number_twice", "the number was given twice"},
    {Code::out_of_order, "out_of_order",
     "the number or its instant goes back behind the one before"},
    {Code::counter_wrong, "counter_wrong", "the series' counter does not stand where its links do"},
    {Code::beyond_counter, "beyond_counter", "the link stands beyond the series' counter"},
    {Code::series_lost, "series_lost", "the series has no counter any more"},
    {Code::series_changed, "series_changed",
     "the series' row names another issuer, seller or kind than its documents do"},
    {Code::not_as_decided, "not_as_decided",
     "the series' successor or accepted date is not what two people decided"},
    {Code::invoice_lost, "invoice_lost", "the invoice is gone, and nobody ordered that"},
    {Code::columns_changed, "columns_changed",
     "the invoice's row is not what its link commits to, or not what its record says"},
    {Code::salt_lost, "salt_lost",
     "the salt is gone: nothing tells whether the invoice is the one committed to"},
    {Code::record_changed, "record_changed", "the sealed record is not the one that was issued"},
    {Code::xml_changed, "xml_changed", "the sealed XML is not the one that was issued"},
    {Code::file_lost, "file_lost",
     "the rendered file or a piece of it is gone, and nobody ordered that"},
    {Code::file_changed, "file_changed",
     "the rendered file, or its row, is not what its link commits to"},
    {Code::not_rendered, "not_rendered", "issued an hour ago or more, and never rendered"},
    {Code::key_lost, "key_lost", "nothing opens the document any more, and nobody ordered that"},
    {Code::invoice_unlinked, "invoice_unlinked", "no link of its series knows the invoice"},
    {Code::file_unlinked, "file_unlinked", "no link of its series knows the file"},
    {Code::pieces_unlinked, "pieces_unlinked",
     "the pieces of a file have no row that says what they are"},
    {Code::salt_unlinked, "salt_unlinked", "the salt is of no invoice"},
    {Code::order_unlinked, "order_unlinked",
     "the destruction was ordered of an invoice that no link knows"},
    {Code::destroyed_too_early, "destroyed_too_early",
     "its destruction was ordered before the tenth year after its fiscal year was over"},
    {Code::kept_after_order, "kept_after_order",
     "its destruction was ordered, and something of it is still there"},
    {Code::head_unsigned, "head_unsigned", "no signing key of ours signed this head"},
    {Code::head_not_in_chain, "head_not_in_chain",
     "what was signed is not in the chain any more: it was cut off or written anew"},
    {Code::head_chain_broken, "head_chain_broken",
     "the head does not follow from the head before it: one between them is gone, or another"},
    {Code::head_missing, "head_missing",
     "the key database remembers this head, and it is not among the series' heads any more"},
    {Code::behind_anchor, "behind_anchor",
     "the key database remembers this link as signed, and the chain does not reach it any more"},
    {Code::signing_key_unattested, "signing_key_unattested",
     "the key before it did not sign this signing key"},
    {Code::signing_key_damaged, "signing_key_damaged",
     "the signing key does not open, and signs no head: run `entremise signing-key rotate`"},
};

consteval bool every_code_has_its_line()
{
    std::size_t at = 0;
    for (const auto code : domain::values_of<Code>()) {
        if (at == std::size(lines) || lines[at++].code != code) return false;
    }
    return at == std::size(lines);
}

static_assert(every_code_has_its_line());

const Line& line_of(Code code)
{
    return lines[static_cast<std::size_t>(code)];
}

} // namespace

std::string_view name(Code code)
{
    return line_of(code).name;
}

std::string_view meaning(Code code)
{
    return line_of(code).meaning;
}

Code code_of(issuing::Damage damage)
{
    using issuing::Damage;
    switch (damage) {
    case Damage::link_changed: return Code::chain_broken;
    case Damage::columns_changed: return Code::columns_changed;
    case Damage::key_lost: return Code::key_lost;
    case Damage::record_changed: return Code::record_changed;
    case Damage::xml_changed: return Code::xml_changed;
    case Damage::file_lost: return Code::file_lost;
    case Damage::file_changed: return Code::file_changed;
    }
    return Code::columns_changed;
}

} // namespace invoicing::audit
