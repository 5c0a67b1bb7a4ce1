#include "invoicing/archive/manifest.hpp"

#include <nlohmann/json.hpp>

#include "domain/core/crypto.hpp"
#include "domain/core/money.hpp"
#include "invoicing/archive/manifest_view.hpp"

namespace invoicing::archive {

namespace {

using namespace domain;
using nlohmann::ordered_json;

std::string amount(std::int64_t minor)
{
    return decimal(eur(minor));
}

ordered_json key_view(const vault::SigningKey& key)
{
    return {{"id", key.id},
            {"algorithm", "Ed25519"},
            {"public_key", to_base64(key.public_key)},
            {"made_at", to_text(key.made_at)}};
}

} // namespace

void Manifest::List::add(const std::string& line)
{
    text.put((count++ == 0 ? "\n  " : ",\n  ") + line);
}

std::string Manifest::Sum::text() const
{
    return ordered_json{{"count", count},
                        {"net", amount(net_minor)},
                        {"vat", amount(vat_minor)},
                        {"gross", amount(gross_minor)},
                        {"damaged_left_out", damaged}}
        .dump();
}

Manifest::Manifest(const Scope& scope, Instant made_at)
{
    const ordered_json head{
        {"made_at", to_text(made_at)},
        {"from", to_text(scope.period.from)},
        {"to", to_text(scope.period.to)},
        {"issuer_id", scope.party ? ordered_json(scope.party->text()) : ordered_json()}};
    auto text = head.dump(1);
    text.resize(text.rfind('\n')); // without the closing brace
    text_.put(text);
}

void Manifest::add(const Exported& document)
{
    if (document.direction == Direction::issued) series_.insert(document.link.series);
    auto& sum = document.direction == Direction::issued ? issued_ : received_;
    if (document.damage) {
        ++sum.damaged;
        damaged_.add(missing_view(document).dump());
    } else if (!document.invoice) {
        destroyed_.add(missing_view(document).dump());
    } else {
        ++sum.count;
        sum.net_minor += document.invoice->net_minor;
        sum.vat_minor += document.invoice->vat_minor;
        sum.gross_minor += document.invoice->gross_minor;
        documents_.add(document_view(document).dump());
    }
}

void Manifest::finish(const std::vector<series::Head>& heads,
                      const std::vector<vault::SigningKey>& keys)
{
    List shown_heads;
    for (const auto& head : heads) {
        if (series_.contains(head.series)) shown_heads.add(head_view(head).dump());
    }
    List shown_keys;
    for (const auto& key : keys)
        shown_keys.add(key_view(key).dump());
    const std::pair<const char*, const List&> lists[] = {{"invoices", documents_},
                                                         {"damaged", damaged_},
                                                         {"destroyed", destroyed_},
                                                         {"heads", shown_heads},
                                                         {"signing_keys", shown_keys}};
    for (const auto& [name, list] : lists) {
        text_.put(std::string(",\n \"") + name + "\": [");
        text_.put(list.text);
        text_.put("\n ]");
    }
    text_.put(",\n \"count\": " + std::to_string(documents_.count) +
              ",\n \"sums\": {\n  \"issued\": " + issued_.text() +
              ",\n  \"received\": " + received_.text() + "\n }\n}\n");
}

std::string path_in_export(const Exported& document, std::string_view extension)
{
    const bool is_duplicate = extension == "pdf" && document.pdf && document.pdf->is_duplicate;
    return document.link.series + "/" +
           issuing::file_name(document.link.number, extension, is_duplicate);
}

} // namespace invoicing::archive
