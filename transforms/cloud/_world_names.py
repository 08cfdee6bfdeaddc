"""Names of Azure and Google Cloud of which there can be one in the world, and what they may look like.

Facts: Microsoft, "Naming rules and restrictions for Azure resources"
(https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules), scope "global";
Google, "Bucket names" (https://cloud.google.com/storage/docs/buckets#naming) and "Creating and managing
projects" (https://cloud.google.com/resource-manager/docs/creating-managing-projects).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_LOWER = "lower-case letters and digits"
_LOWER_HYPHEN = "lower-case letters, digits and hyphens"
_HYPHEN = "letters, digits and hyphens"


@dataclass(frozen=True, slots=True)
class WorldName:
    """The name of a resource type: what the resource is called, the argument, the lengths, the characters as
    a class of a regular expression and in words, and the whole form."""

    spoken: str
    argument: str
    shortest: int
    longest: int
    characters: str
    told: str
    form: str = ""

    def faults(self, name: str) -> str:
        """What is wrong with a name, as the end of a sentence; nothing if nothing is."""
        if not self.shortest <= len(name) <= self.longest:
            return f"has {len(name)} characters, and {self.shortest} to {self.longest} are allowed"
        if self.wrong_characters(name):
            return f"may have {self.told} only"
        if self.form and not re.fullmatch(self.form, name):
            return _TOLD[self.form]
        return ""

    def wrong_characters(self, text: str) -> str:
        """The characters of a text that the name must not have."""
        return re.sub(f"[{self.characters}]", "", text)

    @property
    def separator(self) -> str:
        """What is set before a suffix."""
        return "-" if self.characters.endswith("-") else ""


_ENDS = r"[A-Za-z0-9](?:.*[A-Za-z0-9])?"
_BEGINS = r"[A-Za-z](?:.*[A-Za-z0-9])?"
_TOLD = {
    _ENDS: "must begin and end with a letter or digit",
    _BEGINS: "must begin with a letter, and end with a letter or digit",
}
_AZ, _AZ_ANY = "a-z0-9", "A-Za-z0-9"

NAMES: dict[str, WorldName] = {
    "azurerm_api_management": WorldName(
        "API Management service", "name", 1, 50, _AZ_ANY + "-", _HYPHEN, _BEGINS
    ),
    "azurerm_container_registry": WorldName(
        "container registry", "name", 5, 50, _AZ_ANY, "letters and digits"
    ),
    "azurerm_cosmosdb_account": WorldName(
        "Cosmos DB account", "name", 3, 44, _AZ + "-", _LOWER_HYPHEN, _ENDS
    ),
    "azurerm_eventhub_namespace": WorldName(
        "Event Hubs namespace", "name", 6, 50, _AZ_ANY + "-", _HYPHEN, _BEGINS
    ),
    "azurerm_key_vault": WorldName("key vault", "name", 3, 24, _AZ_ANY + "-", _HYPHEN, _BEGINS),
    "azurerm_linux_function_app": WorldName("function app", "name", 2, 60, _AZ_ANY + "-", _HYPHEN, _ENDS),
    "azurerm_linux_web_app": WorldName("web app", "name", 2, 60, _AZ_ANY + "-", _HYPHEN, _ENDS),
    "azurerm_mssql_server": WorldName("SQL server", "name", 1, 63, _AZ + "-", _LOWER_HYPHEN, _ENDS),
    "azurerm_mysql_flexible_server": WorldName(
        "MySQL server", "name", 3, 63, _AZ + "-", _LOWER_HYPHEN, _ENDS
    ),
    "azurerm_postgresql_flexible_server": WorldName(
        "PostgreSQL server", "name", 3, 63, _AZ + "-", _LOWER_HYPHEN, _ENDS
    ),
    "azurerm_redis_cache": WorldName("Redis cache", "name", 1, 63, _AZ_ANY + "-", _HYPHEN, _ENDS),
    "azurerm_servicebus_namespace": WorldName(
        "Service Bus namespace", "name", 6, 50, _AZ_ANY + "-", _HYPHEN, _BEGINS
    ),
    "azurerm_storage_account": WorldName("storage account", "name", 3, 24, _AZ, _LOWER),
    "azurerm_windows_function_app": WorldName("function app", "name", 2, 60, _AZ_ANY + "-", _HYPHEN, _ENDS),
    "azurerm_windows_web_app": WorldName("web app", "name", 2, 60, _AZ_ANY + "-", _HYPHEN, _ENDS),
    "google_project": WorldName("project", "project_id", 6, 30, _AZ + "-", _LOWER_HYPHEN, _BEGINS),
    "google_storage_bucket": WorldName(
        "bucket",
        "name",
        3,
        222,
        _AZ + "._-",
        "lower-case letters, digits, hyphens, underscores and dots",
        _ENDS,
    ),
}
