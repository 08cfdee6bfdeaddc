terraform {
  required_providers {
    google = {
      source  = "hashicorp/google"
      version = "~> 5.0"
    }
  }
}

resource "google_cloudiot_registry" "devices" {
  name = "devices"
}

resource "google_sql_database_instance" "main" {
  settings {
    tier = "db-f1-micro"

    database_flags {
      name  = "max_connections"
      value = "100"
    }
  }
}

output "first" {
  value = google_sql_database_instance.main.settings[0].database_flags[0].name
}

output "all" {
  value = google_sql_database_instance.main.settings[0].database_flags
}
