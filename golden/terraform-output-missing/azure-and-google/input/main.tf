resource "google_cloud_run_service" "api" {
  name     = "api"
  location = "europe-west1"
}

resource "google_dns_managed_zone" "main" {
  name     = "main"
  dns_name = "example.com."
}

resource "google_compute_instance" "worker" {
  count        = 2
  name         = "worker-${count.index}"
  machine_type = "e2-small"
  zone         = "europe-west1-b"

  boot_disk {
    initialize_params {
      image = "debian-cloud/debian-12"
    }
  }

  network_interface {
    network = "default"
  }
}

resource "google_cloudfunctions_function" "by_topic" {
  name    = "by-topic"
  runtime = "python312"

  event_trigger {
    event_type = "google.pubsub.topic.publish"
    resource   = "topic"
  }
}

resource "azurerm_cosmosdb_account" "main" {
  name                = "main"
  location            = "westeurope"
  resource_group_name = "main"
  offer_type          = "Standard"

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

resource "azurerm_static_web_app" "site" {
  name                = "site"
  location            = "westeurope"
  resource_group_name = "main"
}
