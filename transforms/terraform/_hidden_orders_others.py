"""Hidden orders of Google Cloud and Azure.

An entry is here only if its source says that the later one cannot be made, or removed, without the sooner
one. What providers wait for themselves (subscription filters of logs, event source mappings) is not here.
"""

from __future__ import annotations

from ._hidden_order import Order, Tie
from ._order_conditions import is_for_the_caller

_GOOGLE_DOCS = "documentation of the Google provider, "
_NETWORKS = ("google_compute_network",)

OTHERS = (
    Order(
        ("google_sql_database_instance",),
        ("google_service_networking_connection",),
        (Tie(("settings.ip_configuration.private_network",), ("network",), _NETWORKS),),
        "Cloud SQL gets a private address only in a network with a private services connection",
        _GOOGLE_DOCS + "google_sql_database_instance (private IP instance)",
    ),
    Order(
        ("google_redis_instance", "google_memcache_instance"),
        ("google_service_networking_connection",),
        (Tie(("authorized_network",), ("network",), _NETWORKS),),
        "Memorystore connects privately only to a network with a private services connection",
        _GOOGLE_DOCS + "google_redis_instance (private service example), google_memcache_instance (example)",
    ),
    Order(
        ("google_alloydb_cluster", "google_alloydb_instance"),
        ("google_service_networking_connection",),
        (
            Tie(
                ("network_config.network", "network", "cluster>network_config.network"),
                ("network",),
                _NETWORKS,
            ),
        ),
        "AlloyDB gets addresses only in a network with a private services connection",
        _GOOGLE_DOCS + "google_alloydb_instance (example)",
    ),
    Order(
        ("google_storage_notification",),
        (
            "google_pubsub_topic_iam_binding",
            "google_pubsub_topic_iam_member",
            "google_pubsub_topic_iam_policy",
        ),
        (Tie(("topic",), ("topic",), ("google_pubsub_topic",)),),
        "Cloud Storage rejects a topic that it may not publish to",
        _GOOGLE_DOCS + "google_storage_notification (example)",
        words=("google_storage_project_service_account", "gs-project-accounts"),
    ),
    Order(
        ("google_storage_bucket",),
        ("google_kms_crypto_key_iam_binding", "google_kms_crypto_key_iam_member"),
        (Tie(("encryption.default_kms_key_name",), ("crypto_key_id",), ("google_kms_crypto_key",)),),
        "Cloud Storage rejects a key that its service account may not use",
        _GOOGLE_DOCS + "google_storage_bucket (encryption)",
        words=("google_storage_project_service_account", "gs-project-accounts"),
    ),
    Order(
        ("azurerm_key_vault_certificate", "azurerm_key_vault_key", "azurerm_key_vault_secret"),
        ("azurerm_key_vault_access_policy", "azurerm_role_assignment"),
        (Tie(("key_vault_id",), ("key_vault_id", "scope"), ("azurerm_key_vault",)),),
        "the vault refuses whoever runs Terraform before that one has access (Forbidden)",
        'Microsoft Learn, "Assign a Key Vault access policy", "Provide access to Key Vault with Azure RBAC"',
        sooner_is=is_for_the_caller,
    ),
)
