"""Where well-known providers come from, HashiCorp's own and others.

Facts: the Terraform Registry, https://registry.terraform.io/browse/providers.
"""

from __future__ import annotations

SOURCES = {
    "auth0": "auth0/auth0",
    "cloudflare": "cloudflare/cloudflare",
    "datadog": "DataDog/datadog",
    "digitalocean": "digitalocean/digitalocean",
    "docker": "kreuzwerker/docker",
    "gitlab": "gitlabhq/gitlab",
    "grafana": "grafana/grafana",
    "hcloud": "hetznercloud/hcloud",
    "linode": "linode/linode",
    "mongodbatlas": "mongodb/mongodbatlas",
    "newrelic": "newrelic/newrelic",
    "okta": "okta/okta",
    "pagerduty": "PagerDuty/pagerduty",
    "scaleway": "scaleway/scaleway",
    "sentry": "jianyuan/sentry",
    "vultr": "vultr/vultr",
}
"""Providers that the namespace `hashicorp` of the registry never had, by their usual names."""

HASHICORPS = frozenset(
    (
        *("ad", "archive", "aws", "awscc", "azuread", "azurerm", "azurestack", "boundary", "cloudinit"),
        *("consul", "dns", "external", "google", "google-beta", "googleworkspace", "hcp", "helm", "http"),
        *("kubernetes", "local", "nomad", "null", "random", "template", "tfe", "time", "tls", "vault"),
    )
)
"""Providers in the namespace `hashicorp` of the registry."""
