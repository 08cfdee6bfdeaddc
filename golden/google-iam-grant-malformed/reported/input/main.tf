locals {
  role = "Storage Admin"
}

variable "owner" {
  type    = string
  default = "jane@example.com"
}

resource "google_project_iam_custom_role" "reader" {
  role_id     = "reader"
  title       = "Reader"
  permissions = ["storage.objects.get"]
}

resource "google_project_iam_member" "owner" {
  project = "shop"
  role    = local.role
  member  = var.owner
}

resource "google_project_iam_member" "reader" {
  project = "shop"
  role    = google_project_iam_custom_role.reader.role_id
  member  = "jane@example.com"
}
