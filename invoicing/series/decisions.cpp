#include "invoicing/series/decisions.hpp"

#include "domain/core/log.hpp"
#include "domain/core/refused.hpp"
#include "domain/events/event_store.hpp"
#include "domain/proposals/proposals.hpp"
#include "invoicing/series/decision_store.hpp"

namespace invoicing::series {

using namespace domain;
using proposals::Kind;

namespace {

/// Why an accepted proposal could not be carried out.
constexpr std::string_view does_not_wait = "does_not_wait_for_it";

void decide(Transaction& tx, Kind kind, const Series& series)
{
    events::announce(tx, {events::Kind::series_decided, series.series});
    if (kind == Kind::accept_series_date) {
        accept_date(tx, series);
        log(Level::warning, "series_date_accepted", {{"series", series.series}});
        return;
    }
    const auto next = begin_next(tx, series);
    log(Level::warning, "series_ended", {{"series", series.series}, {"goes_on_as", next}});
}

proposals::Stake stake_in(const Series& series, Instant now)
{
    const auto dated = to_text(day_in_paris(series.last_issued_at));
    return {{},
            {"série " + series.series + ", datée du " + dated,
             "series " + series.series + ", dated " + dated},
            day_in_paris(now)};
}

} // namespace

std::optional<proposals::Stake> stake_of(Transaction& tx, std::string_view subject)
{
    const auto series = lock_open(tx, std::string(subject));
    if (!series) return {};
    return stake_in(*series, tx.now);
}

proposals::Stake require_fit(Transaction& tx, const proposals::Wish& wish)
{
    const auto series = lock_open(tx, wish.subject);
    if (!series) {
        throw Refused(Refusal::invalid_fields,
                      {"Aucune série de factures en cours n'a ce préfixe.",
                       "No series of invoices in use has that prefix."},
                      {{"subject",
                        {"Le préfixe d'une série qui arrête une facture : la liste de ce qui "
                         "attend les nomme.",
                         "The prefix of a series that holds an invoice up: the list of what waits "
                         "names them."}}});
    }
    if (series_ahead(*series, tx.now)) return stake_in(*series, tx.now);
    throw Refused(Refusal::action_unavailable,
                  {"Cette série n'est pas datée de l'avenir : il n'y a rien à décider.",
                   "This series is not dated in the future: there is nothing to decide."});
}

void carry_out(Transaction& tx, const ProposalId& id)
{
    const auto taken = proposals::take_up(tx, id);
    if (!taken) return;
    const auto series = lock_open(tx, taken->wish.subject);
    const bool fits_still = series && series_ahead(*series, tx.now);
    if (fits_still) decide(tx, taken->wish.kind, *series);
    proposals::close(tx, *taken, fits_still ? std::string_view() : does_not_wait);
}

} // namespace invoicing::series
