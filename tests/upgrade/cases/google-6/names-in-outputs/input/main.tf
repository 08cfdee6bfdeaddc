terraform {
  required_providers {
    google = {
      source  = "hashicorp/google"
      version = "~> 5.43"
    }
  }
}

output "guest_accelerator" {
  value = "require_ssl = ${google_sql_database_instance.main.settings[0].tier}"
}

resource "google_sql_database_instance" "main" {
  database_version    = "POSTGRES_15"
  deletion_protection = true

  settings {
    tier = "db-f1-micro"

    ip_configuration {
      ssl_mode = "ENCRYPTED_ONLY"
    }

    user_labels = {
      require_ssl = "true"
    }
  }
}

resource "google_container_cluster" "main" {
  name             = "main"
  enable_autopilot = true

  monitoring_config {
    advanced_datapath_observability_config {
      enable_metrics = true
      enable_relay   = true
    }
  }
}
