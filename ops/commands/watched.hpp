#pragma once

#include "api/http/server.hpp"
#include "api/pipeline/metrics.hpp"
#include "ops/installation/installation.hpp"

namespace ops::commands {

/// What /metrics shows of an installation: what waits, what is held up, what asks for people.
void watch(api::Metrics& metrics, Installation& installation);

/// And of the pools of its server.
void watch(api::Metrics& metrics, const api::http::Server& server);

} // namespace ops::commands
