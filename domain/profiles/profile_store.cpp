#include "domain/profiles/profile_store.hpp"

#include <algorithm>
#include <array>

#include "domain/profiles/former_store.hpp"
#include "domain/profiles/likeness.hpp"
#include "domain/profiles/likeness_store.hpp"
#include "domain/profiles/profile_field.hpp"
#include "domain/vault/sealed_row.hpp"

namespace domain::profiles {

namespace {

using Stored = std::optional<std::string>;

/// What the three rows hold: the fields of a profile, and the address the account signs in with.
constexpr auto stored_fields = [] {
    std::array<ProfileField, profile_fields.size() + 1> all{};
    std::ranges::copy(profile_fields, all.begin());
    all.back() = field<&Profile::contact, &Contact::email>("email", 254);
    return all;
}();

/// A column of one of the three tables: a field's value, or the code of why it has none.
struct Column {
    std::string_view name;
    const ProfileField* field;
    bool is_reason;
};

constexpr std::size_t count_of(Part part)
{
    std::size_t count = 0;
    for (const auto& field : stored_fields) {
        if (field.part() == part) count += field.none.because == nullptr ? 1 : 2;
    }
    return count;
}

template <Part part>
constexpr auto columns = [] {
    std::array<Column, count_of(part)> all{};
    std::size_t next = 0;
    for (const auto& field : stored_fields) {
        if (field.part() != part) continue;
        all[next++] = {field.column(), &field, false};
        if (field.none.because != nullptr) all[next++] = {field.none.column, &field, true};
    }
    return all;
}();

/// The values of a part's columns, in their order.
template <Part part>
struct PartRow {
    std::array<Stored, columns<part>.size()> values;
    auto fields()
    {
        return std::apply([](auto&... each) { return std::tie(each...); }, values);
    }
};

struct ProfileRow {
    PartRow<Part::person> person;
    PartRow<Part::contact> contact;
    PartRow<Part::company> company;
    auto fields() { return std::tuple_cat(person.fields(), contact.fields(), company.fields()); }
};

constexpr std::string_view table_of(Part part)
{
    switch (part) {
    case Part::person: return "account_identity";
    case Part::contact: return "account_contact";
    case Part::company: return "account_company";
    }
    return "";
}

constexpr std::string_view insert_into(Part part)
{
    switch (part) {
    case Part::person: return "INSERT INTO account_identity (account_id, ";
    case Part::contact: return "INSERT INTO account_contact (account_id, ";
    case Part::company: return "INSERT INTO account_company (account_id, ";
    }
    return "";
}

vault::SealedRow sealed_row(Transaction& tx, Part part, const AccountId& id)
{
    const auto category = part == Part::contact ? Category::contact : Category::identity;
    return {tx, table_of(part), category, id.text()};
}

/// "i.surname, i.first_name": the part's columns, each behind `before`.
template <Part part>
std::string listed(std::string_view before)
{
    std::string list;
    for (const auto& column : columns<part>) {
        if (!list.empty()) list += ", ";
        list.append(before).append(column.name);
    }
    return list;
}

template <Part part>
void open_into(Profile& profile, Transaction& tx, const AccountId& id, const PartRow<part>& row)
{
    const auto seal = sealed_row(tx, part, id);
    for (std::size_t i = 0; i < row.values.size(); ++i) {
        const auto& [name, field, is_reason] = columns<part>[i];
        const auto& value = row.values[i];
        if (is_reason) {
            profile.company.*field->none.because = value.value_or("");
            continue;
        }
        const auto text = field->is_sealed() ? seal.opened(name, value) : value.value_or("");
        // A country whose code was withdrawn since reads as not given, and is asked again.
        const bool is_read = field->take(profile, text) || field->holds == Holds::country;
        check(is_read, "what was stored of a profile reads back");
    }
}

template <Part part>
PartRow<part> row_of(Transaction& tx, const AccountId& id, const Profile& profile)
{
    const auto seal = sealed_row(tx, part, id);
    PartRow<part> row;
    for (std::size_t i = 0; i < row.values.size(); ++i) {
        const auto& [name, field, is_reason] = columns<part>[i];
        const auto text = is_reason ? profile.company.*field->none.because : field->text(profile);
        if (!is_reason && field->is_sealed()) {
            row.values[i] = seal.sealed(name, text);
        } else if (!text.empty()) {
            row.values[i] = text;
        }
    }
    return row;
}

template <Part part>
Profile part_of(Transaction& tx, const AccountId& id)
{
    static const auto sql = "SELECT " + listed<part>("") + " FROM " + std::string(table_of(part)) +
                            " WHERE account_id = :id";
    Profile profile;
    const auto row = tx.maybe<PartRow<part>>(sql, id);
    if (row) open_into(profile, tx, id, *row);
    return profile;
}

template <Part part>
std::string upsert()
{
    std::string changes;
    for (const auto& column : columns<part>) {
        if (!changes.empty()) changes += ", ";
        changes.append(column.name).append(" = excluded.").append(column.name);
    }
    return std::string(insert_into(part)) + listed<part>("") + ") VALUES (:account_id, " +
           listed<part>(":") + ") ON CONFLICT (account_id) DO UPDATE SET " + changes;
}

template <Part part>
void write(Transaction& tx, const AccountId& id, const Profile& profile)
{
    static const auto sql = upsert<part>();
    keep_former(tx, id, part_of<part>(tx, id), profile);
    const auto row = row_of<part>(tx, id, profile);
    std::apply([&](const auto&... values) { tx.run(sql, id, values...); }, row.values);
}

} // namespace

Person person_of(Transaction& tx, const AccountId& id)
{
    return part_of<Part::person>(tx, id).person;
}

Contact contact_of(Transaction& tx, const AccountId& id)
{
    return part_of<Part::contact>(tx, id).contact;
}

Company company_of(Transaction& tx, const AccountId& id)
{
    return part_of<Part::company>(tx, id).company;
}

Profile profile_of(Transaction& tx, const accounts::Account& account)
{
    static const auto sql = "SELECT " + listed<Part::person>("i.") + ", " +
                            listed<Part::contact>("c.") + ", " + listed<Part::company>("o.") + R"(
          FROM accounts a
          LEFT JOIN account_identity i ON i.account_id = a.id
          LEFT JOIN account_contact c ON c.account_id = a.id
          LEFT JOIN account_company o ON o.account_id = a.id
         WHERE a.id = :id)";
    const auto row = tx.one<ProfileRow>(sql, account.id);
    Profile profile{.is_client = account.is_client,
                    .is_provider = account.is_provider,
                    .is_company = account.is_company,
                    .clientele = account.clientele,
                    .language = account.language,
                    .person = {},
                    .contact = {},
                    .company = {}};
    open_into(profile, tx, account.id, row.person);
    open_into(profile, tx, account.id, row.contact);
    open_into(profile, tx, account.id, row.company);
    return profile;
}

void write_person(Transaction& tx, const AccountId& id, const Person& person)
{
    write<Part::person>(tx, id, {.person = person});
    remember_likenesses(tx, id, likenesses_of(tx.vault, person));
}

void write_contact(Transaction& tx, const AccountId& id, const Contact& contact)
{
    write<Part::contact>(tx, id, {.contact = contact});
}

void write_company(Transaction& tx, const AccountId& id, const Company& company)
{
    write<Part::company>(tx, id, {.company = company});
    remember_likenesses(tx, id, likenesses_of(tx.vault, company));
}

} // namespace domain::profiles
