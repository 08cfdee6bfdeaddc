"""Azure resources that are to allow versions of TLS that Azure no longer supports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from tffix import Block, Finding, Impact, Module, Transform, quote, resources

from ..cloud._known_texts import text, whence


@dataclass(frozen=True, slots=True)
class Setting:
    """The argument for the oldest version of TLS, its retired values, what is left, and since when."""

    argument: str
    retired: tuple[str, ...]
    left: str
    since: str


_SQL = Setting("minimum_tls_version", ("1.0", "1.1"), "1.2", "2025-08-31")
_SETTINGS = {
    "azurerm_mssql_managed_instance": _SQL,
    "azurerm_mssql_server": _SQL,
    "azurerm_storage_account": Setting("min_tls_version", ("TLS1_0", "TLS1_1"), "TLS1_2", "2026-02-03"),
}


class TlsVersionRetired(Transform):
    """An Azure resource allows a version of TLS that Azure has retired.

    What:
        Looks at the oldest version of TLS that storage accounts, SQL servers and managed instances allow. A
        literal 1.0 or 1.1 becomes 1.2.

    Why:
        Azure ended the support of TLS 1.0 and 1.1: the value is refused, or has no effect.

    Example:
        resource "azurerm_storage_account" "logs" {
          name                     = "shoplogs"
          resource_group_name      = "shop"
          location                 = "westeurope"
          account_tier             = "Standard"
          account_replication_type = "LRS"
          min_tls_version          = "TLS1_0"
        }

    Becomes:
        resource "azurerm_storage_account" "logs" {
          name                     = "shoplogs"
          resource_group_name      = "shop"
          location                 = "westeurope"
          account_tier             = "Standard"
          account_replication_type = "LRS"
          min_tls_version          = "TLS1_2"
        }

    Impact:
        An update in place. Clients without TLS 1.2 cannot connect any more in any case.

    Limits:
        What a local value or the default of a variable says is only reported.

    Source:
        Microsoft, "Migrate to TLS 1.2 for Azure Blob Storage"
        (https://learn.microsoft.com/azure/storage/common/transport-layer-security-configure-migrate-to-tls2)
        and "Minimal TLS version" of Azure SQL Database
        (https://learn.microsoft.com/azure/azure-sql/database/connectivity-settings).
    """

    name = "azurerm-tls-version-retired"
    impact = Impact.UPDATE
    watches = resources(*_SETTINGS)

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        setting = _SETTINGS[block.labels[0]]
        attribute = block.get(setting.argument)
        known = text(attribute, block, module)
        if attribute is None or known not in setting.retired:
            return
        message = f"Azure has not supported TLS {known[-3:].replace('_', '.')} here since {setting.since}"
        if attribute.string is None:
            advice = f'{setting.argument} = "{setting.left}"'
            yield Finding(attribute, f"{message}{whence(attribute)}", advice=advice)
        else:
            yield Finding(attribute, message, partial(attribute.set, quote(setting.left)))
