terraform {
  required_providers {
    google = {
      source  = "hashicorp/google"
      version = "~> 6.38"
    }
  }
}

resource "google_sql_user" "app" {
  name        = "app"
  instance    = "main"
  password_wo = "x"
}

resource "google_tpu_node" "old" {
  name = "old"
}

resource "google_vertex_ai_index" "main" {
  display_name = "main"
}
