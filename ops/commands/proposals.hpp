#pragma once

#include <string>

#include "domain/proposals/proposal.hpp"
#include "ops/installation/installation.hpp"

namespace ops::commands {

/// `entremise money waiting`: every movement of money, release and document that waits for people,
/// with what it lacks; 0 when none does.
int money_waiting(Installation& installation, bool as_json);

/// `entremise proposals list`: the open ones in full; with `closed`, the others.
int list_proposals(Installation& installation, bool closed, bool as_json);

/// `entremise proposals make`. Who proposes is asked: address, password and one-time code, each a
/// line of standard input, since nothing secret is taken from the command line.
int make_proposal(Installation& installation, const domain::proposals::Wish& wish, bool as_json);

struct DecisionOptions {
    std::string id;
    std::string decision; // accept, refuse, withdraw
    std::string reason;
    bool json = false;
};

/// `entremise proposals decide`, as somebody else than who made it; asked for likewise.
int decide_proposal(Installation& installation, const DecisionOptions& options);

} // namespace ops::commands
