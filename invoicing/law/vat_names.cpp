#include "invoicing/law/vat.hpp"

namespace invoicing::law {

std::string_view name(Standing standing)
{
    switch (standing) {
    case Standing::consumer: return "consumer";
    case Standing::taxable: return "taxable";
    case Standing::non_taxable_entity: return "non_taxable_entity";
    }
    return "";
}

} // namespace invoicing::law
