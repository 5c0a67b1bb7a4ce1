#include "domain/moderation/report_store.hpp"

#include "domain/vault/vault.hpp"

namespace domain::moderation {

namespace {

constexpr auto report_column = "review_reports.reason";
constexpr auto decision_column = "review_decisions.reason";

std::string sealed(Transaction& tx, const ReviewId& review, vault::Place place,
                   const std::string& reason)
{
    return tx.vault.seal(review.text(), Category::evidence, place, reason);
}

struct ReportRow {
    std::string id, review, reporter, reason;
    Instant created_at;
    std::optional<std::string> decision;

    auto fields() { return std::tie(id, review, reporter, reason, created_at, decision); }
};

Report to_report(Transaction& tx, const ReportRow& row)
{
    const auto id = ReviewReportId::parse(row.id);
    const auto review = ReviewId::parse(row.review);
    check(id && review, "a stored report is one");
    return {*id,
            *review,
            row.reporter,
            tx.vault.open({report_column, row.id}, row.reason).value_or(""),
            row.created_at,
            row.decision};
}

struct RecordRow {
    std::string id, review, staff, decision, ground, reason;
    Instant decided_at;

    auto fields() { return std::tie(id, review, staff, decision, ground, reason, decided_at); }
};

Record to_record(Transaction& tx, const RecordRow& row)
{
    const auto id = ReviewDecisionId::parse(row.id);
    const auto review = ReviewId::parse(row.review);
    const auto staff = AccountId::parse(row.staff);
    const auto decision = reviews::lifecycle.actions.parse(row.decision);
    const auto ground = parse_ground(row.ground);
    check(id && review && staff && decision && ground, "a stored decision is one");
    auto reason = tx.vault.open({decision_column, row.id}, row.reason).value_or("");
    return {*id, *review, *staff, *decision, *ground, std::move(reason), row.decided_at};
}

} // namespace

bool insert(Transaction& tx, const Report& report)
{
    const auto reason = sealed(tx, report.review, {report_column, report.id.text()}, report.reason);
    return tx.run(R"(
        INSERT INTO review_reports (id, review_id, reporter_id, reason, created_at)
        VALUES (:id, :review, :reporter, :reason, :at)
        ON CONFLICT (review_id, reporter_id) WHERE decision_id IS NULL DO NOTHING)",
                  report.id, report.review, report.reporter, reason, report.created_at) == 1;
}

std::vector<Report> list(Transaction& tx, bool decided, const std::string& after, int most)
{
    constexpr auto open = R"(
        SELECT id, review_id, reporter_id, reason, created_at, decision_id
          FROM review_reports
         WHERE decision_id IS NULL AND id > :after
         ORDER BY id
         LIMIT :most)";
    constexpr auto closed = R"(
        SELECT id, review_id, reporter_id, reason, created_at, decision_id
          FROM review_reports
         WHERE decision_id IS NOT NULL AND id > :after
         ORDER BY id
         LIMIT :most)";
    std::vector<Report> reports;
    for (const auto& row : tx.all<ReportRow>(decided ? closed : open, after, most))
        reports.push_back(to_report(tx, row));
    return reports;
}

void insert(Transaction& tx, const Record& record)
{
    const auto reason =
        sealed(tx, record.review, {decision_column, record.id.text()}, record.reason);
    tx.run(R"(
        INSERT INTO review_decisions (id, review_id, staff_id, decision, ground, reason,
                                      decided_at)
        VALUES (:id, :review, :staff, :decision, :ground, :reason, :at))",
           record.id, record.review, record.staff, reviews::name(record.decision),
           name(record.ground), reason, record.decided_at);
    tx.run(R"(
        UPDATE review_reports
           SET decision_id = :decision
         WHERE review_id = :review AND decision_id IS NULL)",
           record.id, record.review);
}

std::optional<Record> maybe_latest(Transaction& tx, const ReviewId& review)
{
    const auto row = tx.maybe<RecordRow>(R"(
        SELECT id, review_id, staff_id, decision, ground, reason, decided_at
          FROM review_decisions
         WHERE review_id = :review
         ORDER BY decided_at DESC, id DESC
         LIMIT 1)",
                                         review);
    if (!row) return {};
    return to_record(tx, *row);
}

std::optional<Instant> last_about(Transaction& tx, const AccountId& author)
{
    return tx.one<std::optional<Instant>>(R"(
        SELECT MAX(d.decided_at)
          FROM review_decisions d
          JOIN reviews r ON r.id = d.review_id
         WHERE r.author_id = :author)",
                                          author);
}

} // namespace domain::moderation
