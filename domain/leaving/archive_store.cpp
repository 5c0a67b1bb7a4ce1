#include "domain/leaving/archive_store.hpp"

#include "domain/forgetting/key_destruction.hpp"
#include "domain/vault/vault.hpp"

namespace domain::leaving {

namespace {

constexpr std::string_view surname_column = "archive_subjects.surname";
constexpr std::string_view first_name_column = "archive_subjects.first_name";
constexpr std::string_view terms_column = "archive_subjects.terms_accepted_on";

} // namespace

void keep_in_archive(Transaction& tx, const AccountId& account, const LegalIdentity& identity,
                     Day clock)
{
    const auto id = ArchiveSubjectId::fresh(tx.now).text();
    const auto sealed = [&](std::string_view column, const std::string& value) {
        return tx.vault.seal(id, vault::Category::identity, {column, id}, value);
    };
    tx.run(R"(
        INSERT INTO archive_subjects (id, surname, first_name, terms_accepted_on, kept_from,
                                      archived_at)
        VALUES (:id, :surname, :first_name, :terms, :kept_from, :at))",
           id, sealed(surname_column, identity.surname),
           sealed(first_name_column, identity.first_name),
           sealed(terms_column, identity.terms_accepted_on), to_text(clock), tx.now);
    tx.run("INSERT INTO archive_links (archive_subject_id, account_id) VALUES (:id, :account)", id,
           account);
}

std::vector<Archived> archived(Transaction& tx, Day until, const std::string& after, int limit)
{
    return tx.all<Archived>(R"(
        SELECT s.id, l.account_id, s.kept_from
          FROM archive_subjects s
          JOIN archive_links l ON l.archive_subject_id = s.id
         WHERE s.kept_from <= :until AND s.id > :after
         ORDER BY s.id
         LIMIT :limit)",
                            to_text(until), after, limit);
}

std::optional<Archived> maybe_archived(Transaction& tx, const ArchiveSubjectId& id)
{
    return tx.maybe<Archived>(R"(
        SELECT s.id, l.account_id, s.kept_from
          FROM archive_subjects s
          JOIN archive_links l ON l.archive_subject_id = s.id
         WHERE s.id = :id
           FOR UPDATE)",
                              id);
}

std::optional<Archived> maybe_archived(Transaction& tx, const AccountId& account)
{
    return tx.maybe<Archived>(R"(
        SELECT s.id, l.account_id, s.kept_from
          FROM archive_subjects s
          JOIN archive_links l ON l.archive_subject_id = s.id
         WHERE l.account_id = :account
           FOR UPDATE)",
                              account);
}

void erase_from_archive(Transaction& tx, const Archived& subject)
{
    tx.run("DELETE FROM archive_links WHERE archive_subject_id = :id", subject.id);
    tx.run("DELETE FROM archive_subjects WHERE id = :id", subject.id);
    forgetting::order_key_destruction(tx, subject.id.text());
}

} // namespace domain::leaving
