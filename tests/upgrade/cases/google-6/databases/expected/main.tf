terraform {
  required_providers {
    google = {
      source  = "hashicorp/google"
      version = "~> 6.0"
    }
  }
}

variable "is_strict" {
  type = bool
}

variable "version_of_it" {
  type = string
}

resource "google_sql_database_instance" "one" {
  database_version = "POSTGRES_15"

  settings {
    tier = "db-f1-micro"

    ip_configuration {
      ssl_mode = "TRUSTED_CLIENT_CERTIFICATE_REQUIRED"
    }
  }
}

resource "google_sql_database_instance" "two" {
  database_version = "SQLSERVER_2019_STANDARD"

  settings {
    tier = "db-custom-2-8192"

    ip_configuration {
      ssl_mode = var.is_strict ? "ENCRYPTED_ONLY" : "ALLOW_UNENCRYPTED_AND_ENCRYPTED"
    }
  }
}

resource "google_sql_database_instance" "three" {
  database_version = "MYSQL_8_0"

  settings {
    tier = "db-f1-micro"

    ip_configuration {
      ssl_mode = "ENCRYPTED_ONLY"
    }
  }
}

resource "google_sql_database_instance" "four" {
  database_version = var.version_of_it

  settings {
    tier = "db-f1-micro"

    ip_configuration {
      require_ssl = true
    }
  }
}

resource "google_alloydb_cluster" "main" {
  cluster_id = "main"

  network_config {
    network = "projects/p/global/networks/n"
  }
}
