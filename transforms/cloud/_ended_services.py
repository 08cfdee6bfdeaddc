"""Services of Azure and Google Cloud that have ended, by the beginning of the types of their resources.

Facts: the notices of Microsoft and Google that each entry names.
"""

from __future__ import annotations

from ._ended import Ended

_LEARN = "https://learn.microsoft.com/azure"

AZURE = {
    "azurerm_mariadb_": Ended(
        "Azure Database for MariaDB",
        "2025-09-19",
        "azurerm_mysql_flexible_server",
        f"{_LEARN}/mariadb/whats-happening-to-mariadb",
    ),
    "azurerm_media_": Ended(
        "Azure Media Services",
        "2024-06-30",
        "services of its partners",
        f"{_LEARN}/media-services/latest/azure-media-services-retirement",
    ),
    "azurerm_mysql_server": Ended(
        "the single server of Azure Database for MySQL",
        "2024-09-16",
        "azurerm_mysql_flexible_server",
        f"{_LEARN}/mysql/migrate/whats-happening-to-mysql-single-server",
    ),
    "azurerm_postgresql_server": Ended(
        "the single server of Azure Database for PostgreSQL",
        "2025-03-28",
        "azurerm_postgresql_flexible_server",
        f"{_LEARN}/postgresql/migrate/whats-happening-to-postgresql-single-server",
    ),
    "azurerm_video_analyzer": Ended(
        "Azure Video Analyzer",
        "2022-11-30",
        "services of its partners",
        f"{_LEARN}/azure-video-analyzer/video-analyzer-docs/overview",
    ),
}
GOOGLE = {
    "google_container_registry": Ended(
        "Container Registry",
        "2025-03-18",
        "google_artifact_registry_repository",
        "https://cloud.google.com/artifact-registry/docs/transition/transition-from-gcr",
    ),
}
